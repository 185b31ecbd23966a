using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using static PolicySearch.Extraction.Tagging.Names.ProperNames.EvidenceWeight;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Weighs what each occurrence of a proper name shows of it: its own words, those around it, and the list that it stands in.</summary>
internal sealed class NameEvidence(Lexicon lexicon)
{
    private const Gap Plain = Gap.Space | Gap.Line | Gap.Quote;

    private readonly OwnEvidence _own = new(lexicon);
    private readonly EvidenceBefore _before = new(lexicon);
    private readonly EvidenceBehind _behind = new(lexicon);

    /// <summary>Adds to <paramref name="tally"/> what one occurrence shows.</summary>
    public void Weigh(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        var words = name.Block.Words;
        _own.Weigh(context, name, owners, tally);
        var isArticle = name.First > 0 && (words[name.First].Before & ~Plain) == Gap.None && context.TextOf(words[name.First - 1]) is "the" or "The";
        var before = name.First - (isArticle ? 2 : 1);
        if (before >= 0 && (words[before + 1].Before & ~Plain) == Gap.None)
        {
            _before.Weigh(context, name, owners, before, isArticle, tally);
        }

        if (isArticle && name.Last > name.First)
        {
            tally.Programme += Fair;
        }

        if ((words[name.First].Before & Gap.Quote) != Gap.None && name.Last + 1 < words.Count && (words[name.Last + 1].Before & Gap.Quote) != Gap.None)
        {
            tally.Programme += Weak;
        }

        if (name.First == name.Last && (words[name.First].Shape & WordShape.AllCapitals) == WordShape.None && IsAside(words, name.First))
        {
            tally.Other += Fair;
        }

        if (!IsSeated(context, name, owners))
        {
            ListEvidence.Weigh(context, name.Block, owners, name.First, name.First - 1, tally);
        }

        if (name.Last + 1 < words.Count)
        {
            _behind.Weigh(context, name, owners, isArticle, tally);
        }
    }

    // "Acme Motors (Kolar)", "the Udupi–Kolar road", a word of a longer quotation
    private static bool IsAside(IReadOnlyList<Word> words, int at)
    {
        var after = at + 1 < words.Count ? words[at + 1].Before : Gap.Break;
        return (words[at].Before & Gap.Open) != Gap.None || words[at].Before == Gap.Dash || after == Gap.Dash || ((words[at].Before & Gap.Quote) != Gap.None && (after & Gap.Quote) == Gap.None);
    }

    // "in York, Z in Hull": the place before says nothing of what has its seat in the next.
    private static bool IsSeated(TaggingContext context, ProperName name, WordOwners owners)
    {
        var words = name.Block.Words;
        return name.Last + 2 < words.Count && context.TextOf(words[name.Last + 1]) is "in" or "at" && owners[name.Block, name.Last + 2] is { Type: MentionType.Place };
    }
}
