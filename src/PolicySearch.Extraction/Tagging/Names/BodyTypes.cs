using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Decides by its words whether a body is a ministry, another public body, or neither.</summary>
internal sealed class BodyTypes(Lexicon lexicon)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;
    private const WordClass Listed = Heads | WordClass.Generic | WordClass.Subject | WordClass.Nationality | WordClass.Connector | WordClass.Function | WordClass.Working;

    // Where a "Department of …" is a ministry, not a ministry's division.
    private static readonly string[] DepartmentCountries = ["US", "GB", "IE", "CA", "AU", "NZ", "ZA", "PH", "CH"];
    private static readonly string[] EastAsia = ["JP", "KR", "TW", "CN", "SG"];

    /// <summary>The type of the body whose name goes from <paramref name="first"/> to <paramref name="last"/> around its head word.</summary>
    public MentionType Of(TaggingContext context, TextBlock block, WordOwners owners, int first, int head, int last)
    {
        var words = block.Words;
        if (IsInternational(context, words, first, last))
        {
            return MentionType.Organisation;
        }

        var headClass = lexicon.Of(words[head]);
        if ((headClass & WordClass.Ministry) != WordClass.None)
        {
            return IsMinistry(context, block, owners, first, head, last) ? MentionType.Ministry : MentionType.Agency;
        }

        if (context.TextOf(words[head]) is "Office" && context.TextOf(words[last]) is "Minister" or "President" or "Chancellor" or "Cabinet")
        {
            return MentionType.Ministry;
        }

        if (context.TextOf(words[head]) is "Institute" && head + 2 < words.Count && context.TextOf(words[head + 2]) is "Technology")
        {
            // Institutes of Technology are universities.
            return MentionType.Organisation;
        }

        if (head > first && lexicon.Is(words[head - 1], WordClass.Working))
        {
            // Study groups, working parties and policy groups are a ministry's own.
            return MentionType.Agency;
        }

        if ((headClass & WordClass.Agency) != WordClass.None && (headClass & WordClass.Organisation) == WordClass.None)
        {
            return IsPrivateAgency(context, words, head, first) ? MentionType.Organisation : MentionType.Agency;
        }

        return IsOfState(context, block, owners, first, head, last) ? MentionType.Agency : MentionType.Organisation;
    }

    /// <summary>Whether a region's place or adjective stands in the name: "South Carolina Department of Commerce".</summary>
    private bool IsRegional(TextBlock block, WordOwners owners, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (lexicon.Is(block.Words[i], WordClass.Regional) || owners[block, i] is { Type: MentionType.Place, Entry: { Adjectives.Count: 0 } })
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMinistry(TaggingContext context, TextBlock block, WordOwners owners, int first, int head, int last)
    {
        var words = block.Words;
        if (IsRegional(block, owners, first, last))
        {
            return false;
        }

        if (!context.TextOf(words[head]).StartsWith("Dep", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isSubject = lexicon.Is(words[last], WordClass.Subject) || lexicon.Is(words[Math.Min(head + 2, last)], WordClass.Subject);
        return isSubject && (context.MainCountry is not { } country || DepartmentCountries.Contains(country));
    }

    // "European …", "… of the European Union": bodies of several states.
    private static bool IsInternational(TaggingContext context, IReadOnlyList<Word> words, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (context.TextOf(words[i]) is "European" or "ASEAN" or "Nordic" or "African" or "EU" or "UN" or "Nations")
            {
                return true;
            }
        }

        return false;
    }

    // News and rating agencies are firms.
    private static bool IsPrivateAgency(TaggingContext context, IReadOnlyList<Word> words, int head, int first) =>
        head > first && context.TextOf(words[head - 1]) is "News" or "Rating" or "Ratings" or "Business" or "Union" or "Unions";

    // Institutes, corporations, banks and foundations are the state's where their names say so and hold no proper name.
    private bool IsOfState(TaggingContext context, TextBlock block, WordOwners owners, int first, int head, int last)
    {
        var words = block.Words;
        var isInstitute = lexicon.Is(words[head], WordClass.Agency);
        if (!isInstitute && !IsMixedHead(context.TextOf(words[head])))
        {
            return false;
        }

        bool isNational = false, isListed = true, isPlaced = false;
        for (var i = first; i <= last; i++)
        {
            var owner = owners[block, i];
            var isPlace = owner is { Type: MentionType.Place };
            isPlaced |= isPlace;
            isNational |= lexicon.Is(words[i], WordClass.Title | WordClass.Nationality) || owner is { Type: MentionType.Place, Entry: { Adjectives.Count: > 0 } }
                || context.TextOf(words[i]) is "National" or "Federal" or "State" || (i != head && lexicon.Is(words[i], WordClass.Agency));
            isListed &= isPlace || words[i].Before == Gap.Hyphen || lexicon.Is(words[i], Listed | WordClass.Trade);
        }

        var isEastAsian = context.MainCountry is { } country && EastAsia.Contains(country);
        return isInstitute
            ? isNational || (isEastAsian && isPlaced && isListed && head > first && context.TextOf(words[head - 1]) is "Research" or "Technology")
            : isListed && (isNational || context.TextOf(words[head]) is "Corporation" || (isEastAsian && isPlaced));
    }

    private static bool IsMixedHead(ReadOnlySpan<char> head) => head is "Corporation" or "Bank" or "Foundation" or "Centre" or "Center" or "Observatory" or "Academy";
}
