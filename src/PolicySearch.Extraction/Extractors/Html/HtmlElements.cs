using System.Collections.Frozen;
using AngleSharp.Dom;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>What elements are, by name, role and class.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Unseen = new[]
    {
        "script", "style", "noscript", "template", "iframe", "svg", "canvas", "object", "embed", "video", "audio", "map", "head", "title",
        "nav", "button", "select", "input", "textarea", "dialog", "menu", "datalist", "progress", "meter", "rp", "rt", "frameset",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> AsideRoles = new[]
    {
        "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "alert", "tablist", "doc-toc",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> AsideWords = new[]
    {
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumbs", "sidebar", "sidenav", "footer", "cookie", "cookies", "consent", "gdpr", "share", "sharing", "sharebar", "addtoany", "addthis", "social", "related", "recommend", "recommended", "recommendations", "recirc",
        "comment", "comments", "disqus", "respond", "advert", "advertisement", "ads", "adsbygoogle", "promo", "sponsor", "sponsored", "newsletter", "subscribe", "subscription", "signup", "login", "popup", "modal", "overlay", "paywall", "pagination", "pager", "tags", "taglist", "widget", "toolbar", "skip", "skiplink", "outbrain", "taboola", "trending", "popular", "mostread", "teaser", "toc", "masthead", "copyright", "printonly", "noprint", "offcanvas", "hidden", "sr", "visuallyhidden", "screenreader", "editsection", "navbox", "catlinks", "metadata",
        "gallery", "slideshow", "carousel", "slider", "lightbox", "rollover", "tooltip", "hovercard", "popover", "flyout", "dropdown", "breaking", "ticker", "recent", "readmore", "mostpopular", "next", "prev", "previous", "nextprev", "bio", "authorbio", "authorbox",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }.ToFrozenSet();

    private static readonly string[] FarOut = ["left:-999", "top:-999", "text-indent:-999", "left:-100000", "top:-100000"];

    /// <summary>Whether the element begins a line of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Whether the element is never read: code, forms' controls, navigation, what is hidden.</summary>
    public static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || HidesItself(element.GetAttribute("style"))
        || (element.GetAttribute("role") is { } role && AsideRoles.Contains(role.Trim().ToLowerInvariant()));

    /// <summary>Whether name or class say that the element stands beside the text; true also of some that hold it, so its size must be looked at too.</summary>
    public static bool LooksAside(IElement element) => element.LocalName switch
    {
        "body" or "html" or "main" or "article" or "h1" or "h2" or "h3" or "p" or "td" or "th" or "tr" or "li" => false,
        "header" or "footer" or "aside" or "form" => true,
        _ => IsNamedAside(element),
    };

    /// <summary>Whether name or class alone say so.</summary>
    public static bool IsNamedAside(IElement element) => HasWord(element.ClassName, AsideWords) || HasWord(element.Id, AsideWords);

    /// <summary>Whether class, id or role mark footnotes.</summary>
    public static bool IsNotes(IElement element) =>
        element.GetAttribute("role") is "doc-footnote" or "doc-endnotes" or "doc-endnote"
        || HasWord(element.ClassName, NoteWords) || HasWord(element.Id, NoteWords);

    /// <summary>Whether class, id or role mark a list of references.</summary>
    public static bool IsReferences(IElement element) =>
        element.GetAttribute("role") is "doc-bibliography" or "doc-biblioentry"
        || HasWord(element.ClassName, ReferenceWords) || HasWord(element.Id, ReferenceWords);

    /// <summary>Whether the class marks what stands under a picture.</summary>
    public static bool IsCaption(IElement element) => HasWord(element.ClassName, CaptionWords);

    private static readonly FrozenSet<string> CaptionWords = new[] { "caption", "captions", "figcaption" }.ToFrozenSet();

    private static readonly FrozenSet<string> NoteWords = new[] { "footnote", "footnotes", "endnote", "endnotes", "fn", "fns" }.ToFrozenSet();

    private static readonly FrozenSet<string> ReferenceWords = new[] { "references", "reflist", "bibliography", "refs", "citations" }.ToFrozenSet();

    // Not shown, or pushed far out of the window.
    private static bool HidesItself(string? style)
    {
        if (style is null)
        {
            return false;
        }

        var rules = style.Replace(" ", "", StringComparison.Ordinal);
        return rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || FarOut.Any(rule => rules.Contains(rule, StringComparison.OrdinalIgnoreCase));
    }

    // Words of "site-nav", "relatedPosts" and "share_bar": parted by signs and by capitals.
    private static bool HasWord(string? names, FrozenSet<string> words)
    {
        if (string.IsNullOrEmpty(names) || names.Length > 400)
        {
            return false;
        }

        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[24];
        var length = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : ' ';
            var goesOn = char.IsAsciiLetter(c) && !(char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(names[i - 1]));
            if (!goesOn)
            {
                if (length > 0 && length <= word.Length && lookup.Contains(word[..length]))
                {
                    return true;
                }

                length = 0;
            }

            if (char.IsAsciiLetter(c))
            {
                if (length < word.Length)
                {
                    word[length] = char.ToLowerInvariant(c);
                }

                length++;
            }
        }

        return false;
    }
}
