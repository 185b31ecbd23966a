using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells what a year is said of, by the words around it.</summary>
internal static class YearRoles
{
    private const int Reach = 48;

    private static readonly string[] Access = ["accessed", "retrieved", "last visited", "last viewed", "last checked", "consulted", "閲覧", "アクセス", "参照"];
    private static readonly string[] Publication = ["published", "posted", "updated", "released", "issued", "date", "発行", "公表", "公開日", "掲載日", "更新日", "作成日"];
    private static readonly string[] Target = ["by", "by the year", "by the end of", "by end of", "by around", "by early", "by late", "by march", "by december"];

    private static readonly string[] Spans = ["until", "since", "from", "before", "after", "in", "during", "to", "till", "up to"];

    /// <summary>The role of the year at <paramref name="span"/> of <paramref name="text"/>.</summary>
    public static YearRole Of(string text, TextBlock block, TextSpan span)
    {
        var before = text.AsSpan(block.Span.Start, span.Start - block.Span.Start);
        before = before[^Math.Min(Reach, before.Length)..];
        var after = text.AsSpan(span.End, Math.Min(16, block.Span.End - span.End));
        var bracket = before.LastIndexOfAny("([（［");
        var close = before.LastIndexOfAny(")]）］");
        var inBracket = bracket > close ? before[(bracket + 1)..] : before;
        if (ContainsAny(inBracket, Access) || after.Contains("閲覧", StringComparison.Ordinal) || after.Contains("アクセス", StringComparison.Ordinal))
        {
            return YearRole.Accessed;
        }

        if (IsTarget(before, after))
        {
            return YearRole.Target;
        }

        return IsPublication(text, block, span, before, inBracket, bracket > close) ? YearRole.Published : YearRole.Mentioned;
    }

    private static bool IsTarget(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        return EndsWithAny(before, Target) || after.StartsWith("までに") || after.StartsWith("末までに");
    }

    private static bool EndsWithAny(ReadOnlySpan<char> before, string[] words)
    {
        var trimmed = before.TrimEnd();
        foreach (var word in words)
        {
            if (trimmed.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == word.Length || !char.IsLetterOrDigit(trimmed[^(word.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublication(
        string text, TextBlock block, TextSpan span, ReadOnlySpan<char> before, ReadOnlySpan<char> inBracket, bool isInBracket)
    {
        if (block.Kind is BlockKind.Reference or BlockKind.Footnote)
        {
            var follows = span.End < block.Span.End ? text[span.End] : '.';
            return !isInBracket ? follows is '.' or ',' && !EndsWithAny(before, Spans) : inBracket.Trim().Length == 0 || follows is ')' or '）';
        }

        if (block.Span.Length <= Reach && IsOnlyDate(text.AsSpan(block.Span.Start, block.Span.Length), text.AsSpan(span.Start, span.Length)))
        {
            return true;
        }

        return before.Length > 0 && (EndsWithPublication(before) || IsByline(block, text));
    }

    // "By Jane Doe · 5 November 2019 · 6 min read", "Posted on March 14, 2022 | Views 12"
    private static bool IsByline(TextBlock block, string text)
    {
        var line = block.Span.Of(text);
        return block.Kind == BlockKind.Paragraph && line.Length <= 160 && line.IndexOfAny("·|•") > 0
            && (line.StartsWith("By ", StringComparison.Ordinal) || line.StartsWith("Posted ", StringComparison.Ordinal) || line.StartsWith("Published ", StringComparison.Ordinal)
                || line.StartsWith("Updated ", StringComparison.Ordinal));
    }

    // "Published: 3 May 2019": the word, then no more than a date.
    private static bool EndsWithPublication(ReadOnlySpan<char> before)
    {
        foreach (var word in Publication)
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && before.Length - at - word.Length <= 16 && (before[(at + word.Length)..].Contains(':') || before[(at + word.Length)..].Contains('：')))
            {
                return true;
            }
        }

        return false;
    }

    // "June 27, 2022", "2022年6月27日", "27.06.2022": no more than a month's name and digits beside the year.
    private static bool IsOnlyDate(ReadOnlySpan<char> block, ReadOnlySpan<char> year)
    {
        var letters = 0;
        foreach (var unit in block)
        {
            letters += char.IsLetter(unit) && unit is not ('年' or '月' or '日') ? 1 : 0;
        }

        return block.Length > year.Length + 2 && letters <= 9 && block.IndexOfAnyInRange('0', '9') >= 0;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
