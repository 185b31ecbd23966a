using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Title and date as a page's head gives them.</summary>
internal static partial class HtmlMetadata
{
    private const int MostScript = 200_000;

    private static readonly string[] DateNames =
    [
        "article:published_time", "citation_publication_date", "citation_date", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date",
        "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "og:published_time", "parsely-pub-date", "sailthru.date", "date",
    ];

    /// <summary>The title of the page without the site's name behind a bar; null where there is none.</summary>
    public static string? Title(IDocument page)
    {
        var title = Meta(page, "og:title") ?? Meta(page, "citation_title") ?? Meta(page, "dc.title");
        title ??= WithoutSite(Whitespace.Collapse(page.QuerySelector("head > title")?.TextContent ?? page.Title));
        return string.IsNullOrWhiteSpace(title) ? null : Whitespace.Collapse(title);
    }

    /// <summary>The date of publication by metadata, JSON-LD or <c>time</c>; null where none is given.</summary>
    public static string? Published(IDocument page, IElement root)
    {
        foreach (var name in DateNames)
        {
            if (Meta(page, name) is { } value && Date(value) is { } date)
            {
                return date;
            }
        }

        return FromJson(page)
            ?? Date(page.QuerySelector("[itemprop=datePublished]") is { } item ? item.GetAttribute("content") ?? item.GetAttribute("datetime") ?? item.TextContent : null)
            ?? Date((root.QuerySelector("time[datetime]") ?? page.QuerySelector("time[datetime]"))?.GetAttribute("datetime"));
    }

    private static string? Date(string? value) =>
        value is null ? null : PublicationDates.FromIso(value.Trim()) ?? PublicationDates.Find(Whitespace.Collapse(value));

    private static string? FromJson(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var json = script.TextContent;
            var match = JsonDate().Match(json.Length > MostScript ? json[..MostScript] : json);
            if (match.Success && Date(match.Groups["date"].Value) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static string? Meta(IDocument page, string name)
    {
        foreach (var meta in page.Head?.QuerySelectorAll("meta") ?? page.QuerySelectorAll("meta"))
        {
            var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && meta.GetAttribute("content") is { Length: > 0 and < 1000 } content && !string.IsNullOrWhiteSpace(content))
            {
                return content;
            }
        }

        return null;
    }

    // "Title | Site", "Title - Site": the first part, unless it is the shorter one of two and looks like the site's.
    private static string WithoutSite(string title)
    {
        foreach (var separator in (string[])[" | ", " – ", " — ", " » ", "｜", " - "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && at >= title.Length / 3)
            {
                return title[..at];
            }
        }

        return title;
    }

    [GeneratedRegex(@"""datePublished""\s*:\s*""(?<date>[^""]{4,40})""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonDate();
}
