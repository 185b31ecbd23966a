using PolicySearch.Extraction.Tagging.Names;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Whether what stands around a name that is also a surname or a common word shows a place: "in Bath", "Reading, England", "Lyon–Bron", 松江・出雲.</summary>
internal sealed class PlaceContext(SymbolTable symbols)
{
    private static readonly string[] AfterPlace = ["地域", "地区", "市", "周辺", "エリア", "平野", "盆地", "港", "方面", "工場", "キャンパス", "流域", "南部", "北部", "東部", "西部"];

    private readonly HashSet<int> _prepositions = [.. new[] { "in", "at", "near", "around", "outside", "across", "throughout" }.Select(word => symbols.Add(word))];

    /// <summary>Whether <paramref name="match"/> stands as a place.</summary>
    public bool Shows(TaggingContext context, NameMatch match, SurePlaces sure) =>
        match.Block.Words[match.FirstWord].IsCjk ? ShowsEastAsian(context.Text, match, sure) : ShowsLatin(match, sure);

    private bool ShowsLatin(NameMatch match, SurePlaces sure)
    {
        var words = match.Block.Words;
        var (first, last) = (match.FirstWord, match.LastWord);
        if (first > 0 && words[first].Before is Gap.Space or Gap.Line && _prepositions.Contains(words[first - 1].Symbol))
        {
            // "in Reading", but not "in Mobile Broadband".
            return last + 1 >= words.Count || !words[last + 1].IsCapital || words[last + 1].Before is not (Gap.Space or Gap.Line);
        }

        return IsBeside(match, first - 1, first, sure) || IsBeside(match, last + 1, last + 1, sure);
    }

    // Another place, with no more than a comma, a dash or a bracket between.
    private static bool IsBeside(NameMatch match, int other, int right, SurePlaces sure)
    {
        var words = match.Block.Words;
        return other >= 0 && right < words.Count
            && words[right].Before is (Gap.Comma | Gap.Space) or (Gap.Comma | Gap.Line) or Gap.Dash or Gap.Hyphen or (Gap.Open | Gap.Space)
            && sure.CountryAt(match.Block.Number, other) is not null;
    }

    private static bool ShowsEastAsian(string text, NameMatch match, SurePlaces sure)
    {
        var (start, end) = (match.Start, match.End);
        if (sure.EndsAt(start) || (start > 0 && IsSeparator(text[start - 1]) && sure.EndsAt(start - 1)))
        {
            return true;
        }

        if (end < text.Length && IsSeparator(text[end]) && sure.StartsAt(end + 1))
        {
            return true;
        }

        var after = text.AsSpan(end, Math.Min(8, match.Block.Span.End - end));
        foreach (var word in AfterPlace)
        {
            if (after.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeparator(char unit) => unit is '・' or '、' or '，' or ',' or '~' or '〜' or '～' or '–' or '-' or '／' or '/';
}
