using System.Buffers;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells what a year is said of, by the words around it.</summary>
internal static class YearRoles
{
    private const int Reach = 120;
    private const int LongestDateLine = 48;
    private const int LongestByline = 160;
    private const int LongestLead = 16;

    private static readonly string[] Access = ["accessed", "retrieved", "visited", "viewed", "last checked", "last access", "access date", "consulted", "閲覧", "アクセス", "参照"];

    private static readonly string[] AccessAfter = ["閲覧", "最終閲覧", "アクセス", "最終アクセス", "参照", "確認"];

    private static readonly string[] AccessBefore = ["accessed", "retrieved", "available"];

    private static readonly string[] Publication = ["published", "published online", "公表", "発行", "公開", "掲載", "更新", "作成", "発表", "copyright", "©", "(c"];

    private static readonly string[] Dated = ["posted", "updated", "released", "issued", "revised", "uploaded", "last modified", "date"];

    private static readonly string[] PublicationAfter = ["公表", "発行", "発表", "公開", "掲載", "更新", "刊行", "刊"];

    private static readonly string[] Bylines = ["By ", "Posted ", "Published ", "Updated "];

    // In a note: what has a day, but was never published.
    private static readonly SearchValues<string> Talks =
        SearchValues.Create(["interview with", "interviewed", "personal communication", "conversation with"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Spans = ["until", "since", "from", "before", "after", "in", "during", "to", "till", "up to"];

    /// <summary>The role of the year at <paramref name="span"/> of <paramref name="text"/>.</summary>
    public static YearRole Of(string text, TextBlock block, TextSpan span)
    {
        var before = text.AsSpan(block.Span.Start, span.Start - block.Span.Start);
        before = before[^Math.Min(Reach, before.Length)..];
        var after = text.AsSpan(span.End, Math.Min(Reach, block.Span.End - span.End));
        var date = DateText.StartOfDate(before);
        if (Beside.EndsWithAny(before[..date], Access) || Beside.StartsWithAny(DateText.SkipRest(after), AccessAfter) || IsAfterAddress(before[..date]))
        {
            return YearRole.Accessed;
        }

        if (TargetYears.IsTarget(before, after))
        {
            return YearRole.Target;
        }

        var isPublication = IsDated(before[..date], before[date..]) || IsPublication(text, block, span, before, after);
        return isPublication ? YearRole.Published : YearRole.Mentioned;
    }

    // "retrieved from https://example.org/a on 3 May 2020"
    private static bool IsAfterAddress(ReadOnlySpan<char> lead)
    {
        lead = lead.TrimEnd();
        var address = lead[(lead.LastIndexOf(' ') + 1)..];
        if (!address.Contains("://", StringComparison.Ordinal) && !address.StartsWith("www."))
        {
            return false;
        }

        foreach (var word in AccessBefore)
        {
            if (lead.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublication(string text, TextBlock block, TextSpan span, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (block.Kind is BlockKind.Reference or BlockKind.Footnote && IsOfReference(before, after) && !before.ContainsAny(Talks))
        {
            return true;
        }

        var line = block.Span.Of(text);
        if (line.Length <= LongestDateLine && line.Length > span.Length + 2 && DateText.IsDate(line) && DateText.HasMonth(line))
        {
            return true;
        }

        return Beside.StartsWithAny(DateText.SkipRest(after), PublicationAfter) || IsByline(block, line)
            || (!IsSpan(span.Of(text)) && CitedYears.IsCited(before, after));
    }

    // "the Department of Quays (2007–09)": when it was, not when something was published.
    private static bool IsSpan(ReadOnlySpan<char> year) => year.ContainsAny('-', '–', '—');

    private static bool IsOfReference(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var bracket = before.LastIndexOfAny("([（［");
        var isInBracket = bracket > before.LastIndexOfAny(")]）］");
        var next = after.Length > 0 ? after[0] : '.';
        return isInBracket ? before[(bracket + 1)..].Trim().Length == 0 || next is ')' or '）' : next is '.' or ',' && !Beside.EndsWithAny(before, Spans);
    }

    // "Published: 3 May 2019", "Last updated 3 May 2019" at a line's start, "© 2015": the word, then no more than a date.
    private static bool IsDated(ReadOnlySpan<char> lead, ReadOnlySpan<char> date) =>
        Beside.EndsWithAny(lead, Publication) || ((lead.Length <= LongestLead || date.ContainsAny(':', '：')) && Beside.EndsWithAny(lead, Dated));

    // "By Jane Doe · 5 November 2019 · 6 min read", "Posted on March 14, 2022 | Views 12"
    private static bool IsByline(TextBlock block, ReadOnlySpan<char> line) =>
        block.Kind == BlockKind.Paragraph && line.Length <= LongestByline && line.IndexOfAny("·|•") > 0 && Beside.StartsWithAny(line, Bylines);
}
