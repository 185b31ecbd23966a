using System.Collections.Frozen;
using AngleSharp.Dom;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Finds the element that holds a page's text, and says what in it is not text.</summary>
/// <remarks>
/// The page's own marks come first (<c>main</c>, <c>article</c>); then the deepest element that holds four fifths of all
/// paragraphs, those of its tail (<see cref="PageTails"/>) left out. Inside it, what looks like a menu, a box of links or a form by name and by amount of text is left out.
/// </remarks>
internal sealed class MainContent
{
    private const double EnoughForMark = 0.4;
    private const double EnoughForRoot = 0.8;
    private const double MostAside = 0.45;
    private const double MostLinks = 0.6;
    private const int FewCharacters = 600;

    private readonly ElementStats _stats;
    private readonly HashSet<IElement> _tails;
    private readonly int _all;
    private readonly Lazy<bool> _hasPlainTitle;

    /// <summary>Looks through <paramref name="body"/>.</summary>
    public MainContent(IElement body)
    {
        _tails = PageTails.Find(body, new ElementStats(body, FrozenSet<IElement>.Empty));
        _stats = new ElementStats(body, _tails);
        _all = Math.Max(1, _stats.Of(body).Good);
        Root = FindRoot(body);
        _hasPlainTitle = new Lazy<bool>(() => Root.QuerySelectorAll("h1").Any(heading => !HtmlElements.IsNamedAside(heading) && !HtmlElements.IsUnseen(heading)));
    }

    /// <summary>The element that holds the text.</summary>
    public IElement Root { get; }

    /// <summary>Whether an element inside <see cref="Root"/> is left out.</summary>
    public bool IsLeftOut(IElement element)
    {
        if (HtmlElements.IsUnseen(element) || _tails.Contains(element))
        {
            return true;
        }

        if (element.LocalName == "h1" && HtmlElements.IsNamedAside(element))
        {
            return _hasPlainTitle.Value;
        }

        var amount = _stats.Of(element);
        if (HtmlElements.LooksAside(element) && !HtmlElements.IsNotes(element) && !HtmlElements.IsReferences(element))
        {
            return amount.Good < _all * MostAside && !(element.LocalName == "header" && HoldsHeading(element));
        }

        return element.LocalName is "ul" or "ol" or "div" or "section" or "table" or "p" && IsBoxOfLinks(element, amount);
    }

    private IElement FindRoot(IElement body)
    {
        var scope = body;
        foreach (var marked in body.QuerySelectorAll("main, [role=main], article, [itemprop=articleBody]"))
        {
            var isInside = scope == body || scope.Contains(marked);
            if (isInside && _stats.Of(marked).Good >= Math.Max(1, _stats.Of(scope).Good) * (scope == body ? EnoughForMark : EnoughForRoot))
            {
                scope = marked;
            }
        }

        return Deepest(scope);
    }

    private IElement Deepest(IElement scope)
    {
        var enough = Math.Max(1, _stats.Of(scope).Good) * EnoughForRoot;
        for (; ; )
        {
            var next = scope.Children.FirstOrDefault(child => _stats.Of(child).Good >= enough && !HtmlElements.LooksAside(child));
            if (next is null || !HtmlElements.IsBlock(next) || next.LocalName is "p" or "ul" or "ol" or "table" or "tbody" or "blockquote" or "dl")
            {
                return scope;
            }

            // A heading beside the paragraphs belongs to them.
            if (scope.Children.Any(child => child != next && child.LocalName is "h1" or "h2"))
            {
                return scope;
            }

            scope = next;
        }
    }

    private static bool IsBoxOfLinks(IElement element, TextAmount amount) =>
        amount.Text > 0 && amount.Text < FewCharacters && amount.Good == 0 && amount.LinkDensity > MostLinks
        && (element.LocalName != "p" || amount.LinkDensity > 0.95) && !HoldsHeading(element)
        && element.GetElementsByTagName("a").Length > (element.LocalName == "p" ? 1 : 2);

    private static bool HoldsHeading(IElement element) => element.QuerySelector("h1") is not null;
}
