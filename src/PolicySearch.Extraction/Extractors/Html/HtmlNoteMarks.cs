using AngleSharp.Dom;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Knows the notes of a page by what cites them, a raised or bracketed number that leads to them: the number itself often stands only in the page's list markers.</summary>
internal sealed class HtmlNoteMarks
{
    private const int LongestMark = 6;

    private readonly Dictionary<string, string> _marks = [];

    /// <summary>Collects the citations in <paramref name="root"/>.</summary>
    public HtmlNoteMarks(IElement root)
    {
        foreach (var link in root.QuerySelectorAll("a[href^='#']"))
        {
            var mark = link.TextContent.Trim();
            if (mark.Length <= LongestMark && IsCitation(link, mark))
            {
                _marks.TryAdd(link.GetAttribute("href")![1..], mark);
            }
        }
    }

    /// <summary>The mark by which a paragraph or item is cited; null for one that is no note.</summary>
    public string? Of(IElement element) =>
        _marks.Count == 0 || element.LocalName is not ("li" or "p" or "dd") ? null
            : MarkOf(element) ?? (element.FirstElementChild is { LocalName: "a" or "span" or "sup" } first ? MarkOf(first) : null);

    /// <summary>Whether the text of a note begins with its mark, in whatever brackets.</summary>
    public static bool HasMark(IElement note, string mark) =>
        note.TextContent.AsSpan().TrimStart(" \t\r\n[(（").StartsWith(mark.AsSpan().Trim("[]()（）"), StringComparison.Ordinal);

    /// <summary>Whether the link has nothing but an arrow, as the way back from a note to its citation.</summary>
    public static bool IsWayBack(IElement link) =>
        link.GetAttribute("href") is ['#', ..] && link.TextContent.AsSpan().Trim(" \t\r\n^↑↩⤴↵⇑▲\uFE0E\uFE0F").IsEmpty;

    private string? MarkOf(IElement element) => element.Id is { Length: > 0 } id ? _marks.GetValueOrDefault(id) : null;

    private static bool IsCitation(IElement link, string mark)
    {
        var isBracketed = mark is ['[', .., ']'];
        var inside = isBracketed ? mark.AsSpan(1, mark.Length - 2) : mark.AsSpan();
        var isMark = inside is "*" or "†" or "‡" || (inside.Length is >= 1 and <= 3 && inside.IndexOfAnyExceptInRange('0', '9') < 0);
        return isMark && (isBracketed || link.ParentElement?.LocalName == "sup" || link.FirstElementChild?.LocalName == "sup" || link.GetAttribute("role") == "doc-noteref");
    }
}
