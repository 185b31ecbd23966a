using AngleSharp.Dom;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Title, author, date and address as a page's head gives them.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "citation_publication_date", "citation_date", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date.issued", "dc.date.created", "dc.date",
        "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "og:published_time", "parsely-pub-date", "sailthru.date", "date",
    ];

    private static readonly string[] CreatorNames = ["citation_author", "dcterms.creator", "dc.creator", "article:author", "author", "parsely-author", "sailthru.author", "byl"];

    /// <summary>The title of the page without the site's name behind a bar; null where there is none.</summary>
    public static string? Title(IDocument page)
    {
        var title = Meta(page, "og:title") ?? Meta(page, "citation_title") ?? Meta(page, "dc.title");
        title ??= WithoutSite(Whitespace.Collapse(page.QuerySelector("head > title")?.TextContent ?? page.Title));
        return string.IsNullOrWhiteSpace(title) ? null : Whitespace.Collapse(title);
    }

    /// <summary>The page's own title where <paramref name="shown"/> is that title with the site's name behind it; else what is shown.</summary>
    public static string TitleOf(IDocument page, string shown) =>
        Title(page) is { } title && shown.Length > title.Length && shown.StartsWith(title, StringComparison.Ordinal) && shown[title.Length..].TrimStart() is ['|' or '–' or '—' or '»' or '｜' or '-', ' ', ..] ? title : shown;

    /// <summary>The authors by metadata or JSON-LD; null where none is given.</summary>
    public static string? Creator(IDocument page, JsonLd data)
    {
        foreach (var name in CreatorNames)
        {
            if (FileProperties.Creators(Metas(page, name).Where(IsName)) is { } creator)
            {
                return creator;
            }
        }

        return data.Creator is { } linked && IsName(linked) ? linked : null;
    }

    /// <summary>The address that the page gives as its own; null where none is given, or one that is not whole.</summary>
    public static string? CanonicalAddress(IDocument page)
    {
        var address = page.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url");
        return Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address!.Trim() : null;
    }

    /// <summary>The date of publication by metadata, JSON-LD or <c>time</c>; null where none is given.</summary>
    public static string? Published(IDocument page, IElement root, JsonLd data)
    {
        foreach (var name in DateNames)
        {
            if (Meta(page, name) is { } value && Date(value) is { } date)
            {
                return date;
            }
        }

        return Date(data.Published)
            ?? Date(page.QuerySelector("[itemprop=datePublished]") is { } item ? item.GetAttribute("content") ?? item.GetAttribute("datetime") ?? item.TextContent : null)
            ?? Date((root.QuerySelector("time[datetime]") ?? page.QuerySelector("time[datetime]"))?.GetAttribute("datetime"));
    }

    private static string? Date(string? value) =>
        value is null ? null : PublicationDates.FromIso(value.Trim()) ?? PublicationDates.Find(Whitespace.Collapse(value));

    // Accounts and addresses of a page about the author are no names, nor is what a program fills in.
    private static bool IsName(string name) =>
        !name.StartsWith('@') && !name.Contains("://", StringComparison.Ordinal) && !name.Equals("no author", StringComparison.OrdinalIgnoreCase) && !name.Equals("admin", StringComparison.OrdinalIgnoreCase);

    private static string? Meta(IDocument page, string name) => Metas(page, name).FirstOrDefault();

    private static IEnumerable<string> Metas(IDocument page, string name)
    {
        foreach (var meta in page.Head?.QuerySelectorAll("meta") ?? page.QuerySelectorAll("meta"))
        {
            var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && meta.GetAttribute("content") is { Length: > 0 and < 1000 } content && !string.IsNullOrWhiteSpace(content))
            {
                yield return content;
            }
        }
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
}
