using AngleSharp.Dom;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Tells paragraphs that are headings by their bold type alone, as many editors of pages leave them.</summary>
internal static class BoldHeadings
{
    private const int LongestHeading = 100;

    /// <summary>Whether a paragraph is nothing but a bold line that looks like a heading, above a text, list or table.</summary>
    public static bool Is(IElement element) =>
        element.LocalName == "p" && OnlyChild(element) is { LocalName: "strong" or "b" } bold
        && element.NextElementSibling is { LocalName: "p" or "ul" or "ol" or "table" or "div" or "blockquote" } next && OnlyChild(next) is not { LocalName: "strong" or "b" }
        && bold.TextContent.Trim() is { Length: > 1 and <= LongestHeading } words && HeadingForm.IsHeadingLike(words)
        && !HeadingForm.IsByline(words) && PublicationDates.Find(words) is null;

    // The one element in which all of an element's text stands.
    private static IElement? OnlyChild(IElement element)
    {
        IElement? only = null;
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child && child.LocalName != "br")
            {
                if (only is not null)
                {
                    return null;
                }

                only = child;
            }
            else if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                return null;
            }
        }

        return only;
    }
}
