using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Splits a table's cell at the markup that exports leave in it: &lt;p&gt;, &lt;br&gt;, &lt;li&gt; and the like.</summary>
internal static class CellParagraphs
{
    private const int LongestTag = 80;
    private const int LongestName = 7;

    private static readonly string[] BlockTags = ["p", "br", "li", "ul", "ol", "div", "td", "th", "tr", "table", "tbody", "thead", "h1", "h2", "h3", "h4", "h5", "h6", "footer", "header", "nav", "section", "aside", "details", "summary", "center"];

    /// <summary>The paragraphs between <paramref name="start"/> and <paramref name="end"/>, without markup and without white space at their ends; those without a letter or digit are left out.</summary>
    public static IEnumerable<TextSpan> Split(string text, int start, int end)
    {
        var from = start;
        var at = start;
        while (at < end)
        {
            var tag = text.AsSpan(at, end - at).IndexOf('<');
            if (tag < 0)
            {
                break;
            }

            at += tag;
            var length = TagLength(text.AsSpan(at, end - at));
            if (length == 0)
            {
                at++;
                continue;
            }

            if (Paragraph(text, from, at) is { } before)
            {
                yield return before;
            }

            at += length;
            from = at;
        }

        if (Paragraph(text, from, end) is { } last)
        {
            yield return last;
        }
    }

    private static TextSpan? Paragraph(string text, int start, int end)
    {
        var span = TextLine.Trim(text, start, end);
        foreach (var c in span.Of(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return span;
            }
        }

        return null;
    }

    private static int TagLength(ReadOnlySpan<char> text)
    {
        var name = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = name;
        while (end < text.Length && end - name < LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        var isBlock = false;
        foreach (var tag in BlockTags)
        {
            isBlock |= text[name..end].Equals(tag, StringComparison.OrdinalIgnoreCase);
        }

        if (!isBlock || end >= text.Length || !(text[end] is '>' or '/' || char.IsWhiteSpace(text[end])))
        {
            return 0;
        }

        var close = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        return close < 0 ? 0 : close + 1;
    }
}
