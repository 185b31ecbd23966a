using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells what a year is said of, by the words around it.</summary>
internal static class YearRoles
{
    private const int Reach = 120;
    private const int LongestDateLine = 48;
    private const int LongestByline = 160;

    private static readonly string[] Access =
        ["accessed", "retrieved", "last visited", "visited", "last viewed", "viewed", "last checked", "last access", "access date", "consulted", "閲覧日", "閲覧", "アクセス日", "アクセス", "参照日", "参照"];

    private static readonly string[] AccessAfter = ["閲覧", "最終閲覧", "アクセス", "最終アクセス", "参照", "確認"];

    private static readonly string[] Publication = ["published", "公表", "発行", "公開", "公表日", "公開日", "発行日", "掲載日", "更新日", "作成日", "発表日", "copyright", "©", "(c)"];

    private static readonly string[] Dated =
        ["published", "posted", "updated", "last updated", "released", "issued", "revised", "uploaded", "last modified", "date", "公表", "発行", "掲載", "更新", "最終更新"];

    private static readonly string[] PublicationAfter = ["公表", "発行", "発表", "公開", "掲載", "更新", "刊行", "刊"];

    private static readonly string[] Bylines = ["By ", "Posted ", "Published ", "Updated "];

    private static readonly string[] Spans = ["until", "since", "from", "before", "after", "in", "during", "to", "till", "up to"];

    /// <summary>The role of the year at <paramref name="span"/> of <paramref name="text"/>.</summary>
    public static YearRole Of(string text, TextBlock block, TextSpan span)
    {
        var before = text.AsSpan(block.Span.Start, span.Start - block.Span.Start);
        before = before[^Math.Min(Reach, before.Length)..];
        var after = text.AsSpan(span.End, Math.Min(Reach, block.Span.End - span.End));
        if (IsAccess(before, after))
        {
            return YearRole.Accessed;
        }

        if (TargetYears.IsTarget(before, after))
        {
            return YearRole.Target;
        }

        return IsPublication(text, block, span, before, after) ? YearRole.Published : YearRole.Mentioned;
    }

    private static bool IsAccess(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        foreach (var word in Access)
        {
            if (Behind(before, word, out var between) && (DateText.IsDate(between) || IsAddressAndDate(between)))
            {
                return true;
            }
        }

        return Beside.StartsWithAny(DateText.SkipRest(after), AccessAfter);
    }

    // "retrieved from https://example.org/a on 3 May 2020"
    private static bool IsAddressAndDate(ReadOnlySpan<char> between)
    {
        var address = between.LastIndexOf("://");
        address = address < 0 ? between.LastIndexOf("www.") : address;
        if (address < 0)
        {
            return false;
        }

        var end = between[address..].IndexOf(' ');
        return end >= 0 && DateText.IsDate(between[(address + end)..]);
    }

    private static bool IsPublication(string text, TextBlock block, TextSpan span, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (block.Kind is BlockKind.Reference or BlockKind.Footnote && IsOfReference(before, after))
        {
            return true;
        }

        var line = block.Span.Of(text);
        if (line.Length <= LongestDateLine && line.Length > span.Length + 2 && DateText.IsDate(line) && DateText.HasMonth(line))
        {
            return true;
        }

        return IsDated(before, span.Start - block.Span.Start) || Beside.StartsWithAny(DateText.SkipRest(after), PublicationAfter) || IsByline(block, line)
            || CitedYears.IsCited(before, after);
    }

    private static bool IsOfReference(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var bracket = before.LastIndexOfAny("([（［");
        var isInBracket = bracket > before.LastIndexOfAny(")]）］");
        var next = after.Length > 0 ? after[0] : '.';
        return isInBracket ? before[(bracket + 1)..].Trim().Length == 0 || next is ')' or '）' : next is '.' or ',' && !Beside.EndsWithAny(before, Spans);
    }

    // "Published: 3 May 2019", "Last updated 3 May 2019" at a line's start, "© 2015": the word, then no more than a date.
    private static bool IsDated(ReadOnlySpan<char> before, int length)
    {
        foreach (var word in Publication)
        {
            if (Behind(before, word, out var between) && DateText.IsDate(between))
            {
                return true;
            }
        }

        foreach (var word in Dated)
        {
            if (Behind(before, word, out var between) && DateText.IsDate(between) && (between.ContainsAny(':', '：') || length - between.Length - word.Length <= 3))
            {
                return true;
            }
        }

        return false;
    }

    // "By Jane Doe · 5 November 2019 · 6 min read", "Posted on March 14, 2022 | Views 12"
    private static bool IsByline(TextBlock block, ReadOnlySpan<char> line) =>
        block.Kind == BlockKind.Paragraph && line.Length <= LongestByline && line.IndexOfAny("·|•") > 0 && Beside.StartsWithAny(line, Bylines);

    // What stands between the last such word and the year.
    private static bool Behind(ReadOnlySpan<char> before, string word, out ReadOnlySpan<char> between)
    {
        var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
        between = at < 0 ? [] : before[(at + word.Length)..];
        return at >= 0 && (!char.IsAsciiLetter(word[0]) || (!char.IsAsciiLetter(Beside.At(before, at - 1)) && !char.IsAsciiLetter(Beside.At(between, 0))));
    }
}
