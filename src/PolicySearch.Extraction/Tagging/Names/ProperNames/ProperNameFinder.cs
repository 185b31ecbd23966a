using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Finds firms, bodies and instruments whose names have no word that says what they are.</summary>
/// <remarks>
/// Capitalised words inside a sentence that nothing else explains are nearly always a name; what kind of thing it names, all its
/// occurrences in the document decide together. It runs when all other names have been found, before the document's own definitions.
/// </remarks>
internal sealed class ProperNameFinder(Lexicon lexicon) : IFinder
{
    private readonly ProperNameReader _reader = new(lexicon);
    private readonly NameEvidence _evidence = new(lexicon);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var owners = WordOwners.Of(context);
        var small = SmallWords.Of(context);
        var names = new List<ProperName>();
        foreach (var block in context.Blocks)
        {
            _reader.Read(context, block, owners, small, names);
        }

        if (names.Count == 0)
        {
            return;
        }

        var tallies = new Dictionary<string, NameTally>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!tallies.TryGetValue(name.Text, out var tally))
            {
                tallies[name.Text] = tally = new NameTally();
            }

            _evidence.Weigh(context, name, owners, tally);
        }

        AddFound(context, tallies);
        WeighLists(context, names, tallies);
        var longer = LongerNames.Of(context, lexicon);
        foreach (var name in names)
        {
            Add(context, name, tallies[name.Text], longer);
        }
    }

    // What a column's heading or a preposition has shown at one place holds at all others.
    private static void AddFound(TaggingContext context, Dictionary<string, NameTally> tallies)
    {
        const int Enough = 4;
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Entry is not null || candidate.Evidence is not ("rule:column" or "rule:place-after-in" or "rule:place-before-place" or "rule:firm")
                || !tallies.TryGetValue(candidate.Id, out var tally))
            {
                continue;
            }

            switch (candidate.Type)
            {
                case MentionType.Place:
                    tally.AddPlace(Enough);
                    break;
                case MentionType.Organisation:
                    tally.Organisation += Enough;
                    break;
                case MentionType.Agency:
                    tally.Agency += Enough;
                    break;
                case MentionType.Programme:
                    tally.Programme += Enough;
                    break;
            }
        }
    }

    // "Acme, Foo and Bar": what one of a list is, the next is, too; forth and back.
    private static void WeighLists(TaggingContext context, List<ProperName> names, Dictionary<string, NameTally> tallies)
    {
        for (var i = 1; i < names.Count; i++)
        {
            WeighPair(context, names[i - 1], names[i], tallies);
        }

        for (var i = names.Count - 1; i > 0; i--)
        {
            WeighPair(context, names[i], names[i - 1], tallies);
        }
    }

    private static void WeighPair(TaggingContext context, ProperName known, ProperName other, Dictionary<string, NameTally> tallies)
    {
        if (known.Block != other.Block || !IsListed(context, known.Block.Words, Math.Min(known.Last, other.Last), Math.Max(known.First, other.First)))
        {
            return;
        }

        var tally = tallies[other.Text];
        if (tally.Type(other.First == other.Last) is null && tallies[known.Text].Type(known.First == known.Last) == MentionType.Organisation)
        {
            tally.Organisation += 2;
        }
    }

    private static bool IsListed(TaggingContext context, IReadOnlyList<Word> words, int last, int first) =>
        first == last + 1 ? words[first].Before == (Gap.Comma | Gap.Space)
            : first == last + 2 && context.TextOf(words[last + 1]) is "and" or "or" && words[first].Before == Gap.Space && (words[last + 1].Before & ~(Gap.Comma | Gap.Space)) == Gap.None;

    private static void Add(TaggingContext context, ProperName name, NameTally tally, LongerNames longer)
    {
        var words = name.Block.Words;
        var isSingle = name.First == name.Last;
        var isOutside = name.Block.Kind is BlockKind.Heading or BlockKind.Title or BlockKind.Reference or BlockKind.Caption or BlockKind.Footnote
            || name.Block.Row == 0;
        if (isOutside && tally.Inside == 0)
        {
            return;
        }

        if (tally.Other < 2 && longer.Find(name.Text) is { } full)
        {
            context.Add(name.Block, full.Type, full.Id, words[name.First].Start, words[name.Last].End, Trust.Form, "rule:short-name");
        }
        else if (IsDepartment(name.Text))
        {
            context.Add(name.Block, MentionType.Ministry, name.Text, words[name.First].Start, words[name.Last].End, Trust.Form, "rule:proper-name");
        }
        else if (tally.Type(isSingle) is { } type)
        {
            context.Add(name.Block, type, name.Text, words[name.First].Start, words[name.Last].End, Trust.Form, "rule:proper-name");
        }
    }

    // "DfE", "MoF": the small letter is the "for" or "of" of a department or ministry; an MoU is a memorandum.
    private static bool IsDepartment(string name) =>
        name is ['D', 'f', >= 'A' and <= 'Z', ..] or ['D' or 'M', 'o', >= 'A' and <= 'T', ..] && name.Length <= 5;
}
