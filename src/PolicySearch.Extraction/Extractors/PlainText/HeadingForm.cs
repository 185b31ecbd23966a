namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Whether a line, by itself, looks like a heading.</summary>
internal static class HeadingForm
{
    private const int LongestHeading = 140;
    private const int MostWords = 18;

    /// <summary>Short, beginning like a heading and not ending like a sentence.</summary>
    public static bool IsHeadingLike(TextDraft draft, TextUnit unit)
    {
        if (unit.Span.Length > LongestHeading || unit.Lines > 3 || unit.Form is UnitForm.Row or UnitForm.Bullet or UnitForm.Note or UnitForm.Rule)
        {
            return false;
        }

        var words = draft.WordsOf(unit);
        return TextKeys.Words(words) <= MostWords && BeginsLikeHeading(words) && EndsLikeHeading(words) && !IsBracketed(words) && HasLetters(words)
            && !words.Contains("://", StringComparison.Ordinal) && !words.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the line names authors: "By Jane Doe".</summary>
    public static bool IsByline(ReadOnlySpan<char> line) =>
        line.Length <= 160 && (line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Published", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Posted", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Updated", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Written by", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Author", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("著者", StringComparison.Ordinal) || line.StartsWith("執筆", StringComparison.Ordinal));

    private static bool BeginsLikeHeading(ReadOnlySpan<char> words) => !char.IsLower(words[0]) && words[0] is not (',' or '.' or ')' or '）' or ';' or '<' or '、' or '。');

    // A question is a heading when short; a full stop, comma or colon is none.
    private static bool EndsLikeHeading(ReadOnlySpan<char> words) => words[^1] switch
    {
        '?' or '？' or '!' or '！' => TextKeys.Words(words) <= 12,
        ',' or '、' or '，' or ';' or '；' or ':' or '：' or '。' or '．' or '…' or '-' or '–' or '—' => false,
        '.' => EndsWithAbbreviation(words),
        _ => true,
    };

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> words) =>
        words.EndsWith("Inc.", StringComparison.Ordinal) || words.EndsWith("Ltd.", StringComparison.Ordinal) || words.EndsWith("Co.", StringComparison.Ordinal)
        || words.EndsWith("U.S.", StringComparison.Ordinal) || words.EndsWith("U.K.", StringComparison.Ordinal) || words.EndsWith("etc.", StringComparison.Ordinal);

    /// <summary>Whether a line is nothing but a year, as chronicles have it.</summary>
    public static bool IsYear(ReadOnlySpan<char> words) =>
        (words.Length == 4 && words[0] is '1' or '2' && words.IndexOfAnyExceptInRange('0', '9') < 0)
        || (words.Length == 5 && words[4] == '年' && words[..4].IndexOfAnyExceptInRange('0', '9') < 0);

    // "(Applause)", "[Break]": what a transcript notes.
    private static bool IsBracketed(ReadOnlySpan<char> words) =>
        (words[0] is '(' && words.IndexOf(')') == words.Length - 1) || (words[0] is '[' && words.IndexOf(']') == words.Length - 1);

    // "2001" is the heading of a chronicle; "35 %" is none.
    private static bool HasLetters(ReadOnlySpan<char> words)
    {
        if (IsYear(words))
        {
            return true;
        }

        var letters = 0;
        foreach (var c in words)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2 && letters * 3 >= words.Length;
    }
}
