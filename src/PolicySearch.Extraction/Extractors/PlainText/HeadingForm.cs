using System.Collections.Frozen;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Whether a line, by itself, looks like a heading.</summary>
internal static class HeadingForm
{
    private const int LongestHeading = 140;
    private const int MostWords = 18;

    private static readonly string[] Contacts = ["contact", "tel", "telephone", "phone", "fax", "e-mail", "email", "address", "電話", "連絡先", "問合せ先", "問い合わせ先", "お問合せ先", "お問い合わせ先"];
    private static readonly string[] Bylines = ["by ", "published", "posted", "updated", "last updated", "written by", "author", "interview:", "interview by", "interviewer:", "reported by", "reporting by", "additional reporting", "with reporting", "compiled ", "prepared ", "translated ", "edited by", "draft of", "discussion draft", "version of", "keywords:", "key words:", "jel classification", "キーワード", "著者", "執筆", "作成:", "作成：", "更新日", "公開日", "最終更新", "掲載日", "発行日", "文責"];

    /// <summary>Short, beginning like a heading and neither holding a sentence nor ending like one.</summary>
    /// <param name="draft">The text.</param>
    /// <param name="unit">The line.</param>
    /// <param name="anyEnd">Whether its end says nothing: of a line that goes on below.</param>
    public static bool IsHeadingLike(TextDraft draft, TextUnit unit, bool anyEnd = false)
    {
        if (unit.Span.Length > LongestHeading || unit.Lines > 3 || unit.Form is UnitForm.Row or UnitForm.Bullet or UnitForm.Note or UnitForm.Rule)
        {
            return false;
        }

        return IsHeadingLike(draft.WordsOf(unit), anyEnd);
    }

    /// <summary>The same of words alone.</summary>
    /// <param name="words">The words, at least one letter.</param>
    /// <param name="anyEnd">Whether their end says nothing.</param>
    public static bool IsHeadingLike(ReadOnlySpan<char> words, bool anyEnd = false) =>
        TextKeys.Words(words) <= MostWords && BeginsLikeHeading(words) && (anyEnd || EndsLikeHeading(words)) && !IsBracketed(words) && HasLetters(words)
        && words.IndexOf('。') < 0 && !words.Contains("://", StringComparison.Ordinal) && !words.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !HasWideGap(words) && !IsContact(words) && !IsEnd(words);

    /// <summary>Whether the line is set in two columns, as "BMBF      Federal Ministry of …" is; behind a chapter's number there may be a gap.</summary>
    public static bool HasWideGap(ReadOnlySpan<char> words)
    {
        // The indent of a further line is none.
        for (var at = 4; at < words.Length && words[at..].IndexOf("   ", StringComparison.Ordinal) is >= 0 and var gap;)
        {
            at += gap;
            if (words[at - 1] is not ('\n' or '\r'))
            {
                return true;
            }

            at += Math.Max(words[at..].IndexOfAnyExcept(' '), 1);
        }

        return false;
    }

    /// <summary>Whether the line says how to reach somebody: "Tel. …".</summary>
    public static bool IsContact(ReadOnlySpan<char> words)
    {
        foreach (var start in Contacts)
        {
            if (words.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (words.Length == start.Length || words[start.Length] is ':' or '：' or '.' or ' ' or '　'))
            {
                return true;
            }
        }

        return false;
    }

    // "END OF TRANSCRIPT", 以上
    private static bool IsEnd(ReadOnlySpan<char> words) =>
        words is "以上" or "以　上" or "（以上）" || words.Equals("end", StringComparison.OrdinalIgnoreCase) || words.Equals("ends", StringComparison.OrdinalIgnoreCase)
        || (words.StartsWith("end of ", StringComparison.OrdinalIgnoreCase) && TextKeys.Words(words) <= 4);

    /// <summary>Whether the line names authors: "By Jane Doe".</summary>
    public static bool IsByline(ReadOnlySpan<char> line) =>
        line.Length <= 160 && StartsByline(line);

    private static bool StartsByline(ReadOnlySpan<char> line)
    {
        foreach (var start in Bylines)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsLikeHeading(ReadOnlySpan<char> words) => !char.IsLower(words[0]) && words[0] is not (',' or '.' or ')' or '）' or ';' or '<' or '、' or '。');

    // A question is a heading when short; a full stop, comma or colon is none.
    private static bool EndsLikeHeading(ReadOnlySpan<char> words) => words.TrimEnd("\"”’»」』") is { Length: > 0 } inside && EndsAsHeading(inside);

    private static bool EndsAsHeading(ReadOnlySpan<char> words) => words[^1] switch
    {
        '?' or '？' or '!' or '！' => TextKeys.Words(words) <= 12,
        ',' or '、' or '，' or ';' or '；' or ':' or '：' or '。' or '．' or '…' or '-' or '–' or '—' => false,
        '.' => EndsWithAbbreviation(words),
        _ => true,
    };

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> words) =>
        words.EndsWith("Inc.", StringComparison.Ordinal) || words.EndsWith("Ltd.", StringComparison.Ordinal) || words.EndsWith("Co.", StringComparison.Ordinal)
        || words.EndsWith("U.S.", StringComparison.Ordinal) || words.EndsWith("U.K.", StringComparison.Ordinal) || words.EndsWith("etc.", StringComparison.Ordinal);

    private static readonly FrozenSet<string> Usual = new[]
    {
        "abstract", "summary", "executive summary", "introduction", "background", "conclusion", "conclusions",
        "議題", "議事", "議事概要", "議事要旨", "出席者", "配布資料", "概要", "要旨", "背景", "目的", "経緯", "趣旨", "はじめに", "おわりに", "まとめ", "結論",
    }.ToFrozenSet();

    /// <summary>Whether a line has nothing but words that head a part of many documents, so that no gap need show it.</summary>
    public static bool IsUsual(ReadOnlySpan<char> words) => words.Length <= 20 && Usual.Contains(TextKeys.Of(words));

    /// <summary>Whether a line is nothing but a year, as chronicles have it.</summary>
    public static bool IsYear(ReadOnlySpan<char> words) =>
        words.Length >= 4 && words[0] is '1' or '2' && words[..4].IndexOfAnyExceptInRange('0', '9') < 0
        && (words.Length == 4 || words[4..] is "s" or "年" or "年度" or "年代" || (words.Length is 7 or 9 && words[4] is '-' or '–' or '～' or '~' && words[5..].IndexOfAnyExceptInRange('0', '9') < 0));

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
