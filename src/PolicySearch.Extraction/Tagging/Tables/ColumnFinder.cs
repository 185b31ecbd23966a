using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Names.ProperNames;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Tables;

/// <summary>Finds names in tables by their column: by what its heading says of it, else by what most of its cells are known to be.</summary>
/// <remarks>What the authority file knows as a whole stays what it is; what a rule has taken for another thing yields.</remarks>
internal sealed class ColumnFinder(Lexicon lexicon, WordReader reader) : IFinder
{
    /// <summary>What the candidates' evidence says.</summary>
    public const string Rule = "column";

    private const int FewestKnown = 2;
    private const int MostPersonWords = 5;
    private const int MostPlaceLength = 40;

    private readonly ColumnHeadings _headings = new(lexicon);
    private readonly CellItems _items = new(lexicon);
    private readonly WordTable<bool> _instruments = new(((string[])["ja_programme_strong", "ja_programme_weak", "ja_programme_local"]).SelectMany(lexicon.EastAsian).Select(word => (word, true)));

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var columns = TableColumn.Of(context.Blocks).Where(column => column.Cells.Count > 0).ToList();
        if (columns.Count == 0)
        {
            return;
        }

        var known = KnownNames(context);
        var small = SmallWords.Of(context);
        var items = new List<TextSpan>();
        foreach (var column in columns)
        {
            FindIn(context, column, known, small, items);
        }
    }

    private void FindIn(TaggingContext context, TableColumn column, Dictionary<int, Candidate> known, SmallWords small, List<TextSpan> items)
    {
        var counts = new Dictionary<MentionType, int>();
        var names = new List<(TextBlock Cell, TextSpan Span)>();
        var pure = 0;
        foreach (var cell in column.Cells)
        {
            items.Clear();
            pure += _items.Read(context, cell, small, items) ? 1 : 0;
            foreach (var item in items)
            {
                names.Add((cell, item));
                if (Whole(known, item) is { Type: { } type, Evidence: not "rule:place-head" })
                {
                    counts[type] = counts.GetValueOrDefault(type) + 1;
                }
            }
        }

        if (2 * pure <= column.Cells.Count)
        {
            // Labels or sentences
            return;
        }

        if (TypeOf(context, column, counts, names.Count) is not { } columnType)
        {
            return;
        }

        foreach (var (cell, span) in names)
        {
            var whole = Whole(known, span);
            if (MayBe(columnType, span.Of(context.Text)) && !IsPlaceAndMore(known, span) && !IsFirmAndPlace(known, span) && (whole is null || (whole.Entry is null && whole.Type != columnType && !AreBodies(whole.Type!.Value, columnType))))
            {
                context.Add(cell, columnType, CleanName.Of(context.Text, span.Start, span.End), span.Start, span.End, Trust.Context, "rule:" + Rule);
            }
        }
    }

    // The heading's word, unless most of what is known in the column contradicts it; without it what more than half of the names are.
    private MentionType? TypeOf(TaggingContext context, TableColumn column, Dictionary<MentionType, int> counts, int total)
    {
        var (best, count) = counts.Count == 0 ? (MentionType.Year, 0) : counts.MaxBy(pair => (pair.Value, -(int)pair.Key)) is var most ? (most.Key, most.Value) : default;
        var heading = column.Heading is { } span ? _headings.TypeOf(context, reader.Read(context.Text, span.Start, span.End)) : null;
        if (heading is not null)
        {
            return count >= FewestKnown && 2 * count > total && best != heading && !AreBodies(best, heading.Value) ? null : heading;
        }

        return count >= FewestKnown && 2 * count > total && best is not (MentionType.Programme or MentionType.Ministry) ? best : null;
    }

    private static bool AreBodies(MentionType a, MentionType b) =>
        a is MentionType.Agency or MentionType.Organisation or MentionType.Ministry && b is MentionType.Agency or MentionType.Organisation;

    private bool MayBe(MentionType type, ReadOnlySpan<char> name) => type switch
    {
        MentionType.Person => Scripts.IsCjk(name[0])
            ? PersonNames.BuiltIn.KnownSurname(name).Length > 0
            : name.Count(' ') is > 0 and < MostPersonWords && !name.ContainsAnyInRange('0', '9'),
        MentionType.Place => name.Length <= MostPlaceLength && !_instruments.TryMatchEnd(name, name.Length, out _, out _) && !name.Contains('・') && !name.ContainsAnyInRange('0', '9'),
        MentionType.Programme => !Scripts.IsCjk(name[0]),
        MentionType.Organisation => !name.EndsWith("工場") && !name.EndsWith("支店") && !name.EndsWith("支社"),
        _ => true,
    };

    // "福岡県北九州市": two places in a row, both known.
    private static bool IsPlaceAndMore(Dictionary<int, Candidate> known, TextSpan item) =>
        known.GetValueOrDefault(item.Start) is { Type: MentionType.Place, Entry: not null } first && first.Span.End < item.End && known.ContainsKey(first.Span.End);

    // The longest candidates by where they begin.
    private static Dictionary<int, Candidate> KnownNames(TaggingContext context)
    {
        var known = new Dictionary<int, Candidate>();
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Type is not (null or MentionType.Year) && context.Blocks[candidate.Block].Table is not null
                && (!known.TryGetValue(candidate.Span.Start, out var other) || (candidate.Span.Length, candidate.Trust).CompareTo((other.Span.Length, other.Trust)) > 0))
            {
                known[candidate.Span.Start] = candidate;
            }
        }

        return known;
    }

    // "Acme Motors Leeds": two columns of a printed table that one blank parts.
    private static bool IsFirmAndPlace(Dictionary<int, Candidate> known, TextSpan item) =>
        known.GetValueOrDefault(item.Start) is { Entry: not null } name && name.Span.End < item.End && known.GetValueOrDefault(name.Span.End + 1) is { Type: MentionType.Place, Entry: not null } place
        && place.Span.End == item.End && name.Type != MentionType.Place;

    private static Candidate? Whole(Dictionary<int, Candidate> known, TextSpan item) =>
        known.GetValueOrDefault(item.Start) is { } candidate && candidate.Span.End >= item.End ? candidate : null;
}
