using System.Collections.Frozen;
using AngleSharp.Dom;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Finds what follows an article on its page under a heading of its own: related articles, comments, lists of what is new.</summary>
/// <remarks>
/// Such a heading and the elements behind it, up to the next heading of its level or above, are the tail. A heading alone in a wrapper
/// stands for the wrapper. A page that has no paragraph before its tail has none: then the list is what the page is for.
/// </remarks>
internal static class PageTails
{
    private const int LongestHeading = 60;
    private const int FewestParagraphs = 200;
    private const int LowestLevel = 7;

    private static readonly FrozenSet<string> Headings = new[]
    {
        "comments", "all comments", "top comments", "top rated comments", "reader comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "join the conversation", "join the discussion", "have your say", "tell us what you think", "discussion about this post",
        "related", "related articles", "related posts", "related news", "related stories", "related content", "related topics", "related pages", "related items", "related reading", "related coverage", "more on this story", "more on this topic", "more from this section",
        "recent articles", "recent posts", "recent news", "recent stories", "latest news", "latest posts", "latest articles", "latest stories", "more news", "more stories", "more articles", "popular", "popular posts", "popular articles", "popular this week", "most popular", "most read", "most viewed", "most shared", "trending", "trending now", "top stories", "breaking news", "featured stories",
        "you may also like", "you might also like", "you may also be interested in", "you might also be interested in", "recommended", "recommended for you", "recommended articles", "read next", "read also", "what to read next", "further articles", "dont miss", "editors picks", "from our partners", "around the web", "sponsored links", "promoted stories",
        "share this", "share this article", "share this page", "share this post", "share this story", "follow us", "subscribe", "newsletter", "sign up for our newsletter",
        "関連記事", "関連ニュース", "あわせて読みたい", "こちらの記事もおすすめ", "おすすめ記事", "人気記事", "最新記事", "最近の投稿", "新着記事", "コメント", "コメントを残す", "この記事をシェア", "この記事をシェアする", "アクセスランキング", "人気ランキング", "ランキング",
        "相关文章", "相关新闻", "相关阅读", "相關文章", "相關新聞", "延伸閱讀", "延伸阅读", "评论", "留言", "관련기사", "관련 기사", "댓글", "많이 본 뉴스",
        "ähnliche artikel", "verwandte artikel", "verwandte themen", "mehr zum thema", "das könnte sie auch interessieren", "lesen sie auch", "kommentare", "kommentar schreiben", "meistgelesen",
        "articles liés", "articles similaires", "sur le même sujet", "à lire aussi", "lire aussi", "vous aimerez aussi", "commentaires", "laisser un commentaire", "les plus lus",
        "artículos relacionados", "noticias relacionadas", "te puede interesar", "también te puede interesar", "comentarios", "deja un comentario", "lo más leído", "artigos relacionados", "notícias relacionadas", "posts relacionados", "leia também", "veja também", "você pode gostar", "comentários", "deixe um comentário", "mais lidas",
        "articoli correlati", "potrebbe interessarti", "leggi anche", "commenti", "lascia un commento", "i più letti",
    }.Select(heading => TextKeys.Of(heading)).ToFrozenSet();

    /// <summary>The elements of the tails under <paramref name="body"/>.</summary>
    /// <param name="body">The page's body.</param>
    /// <param name="stats">Its amounts of text.</param>
    public static HashSet<IElement> Find(IElement body, ElementStats stats)
    {
        var tails = new HashSet<IElement>();
        foreach (var element in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6, p, div, span, b, strong, label, legend"))
        {
            if (IsHeading(element, stats) && ParagraphsBefore(element, body, stats) >= FewestParagraphs)
            {
                AddTail(Wrapper(element, stats), Math.Min(LevelOf(element), LowestLevel - 1), stats, tails);
            }
        }

        return tails;
    }

    private static bool IsHeading(IElement element, ElementStats stats)
    {
        if (stats.Of(element).Text is 0 or > 2 * LongestHeading)
        {
            return false;
        }

        var line = element.TextContent.AsSpan().Trim();
        return line.Length is > 0 and <= LongestHeading && Headings.Contains(TextKeys.Of(line));
    }

    // The outermost element that holds nothing else.
    private static IElement Wrapper(IElement heading, ElementStats stats)
    {
        var wrapper = heading;
        while (wrapper.ParentElement is { LocalName: not "body" } parent && stats.Of(parent).Text == stats.Of(heading).Text)
        {
            wrapper = parent;
        }

        return wrapper;
    }

    // A bare paragraph behind a list of links goes on with the article.
    private static void AddTail(IElement start, int level, ElementStats stats, HashSet<IElement> tails)
    {
        tails.Add(start);
        for (var next = start.NextElementSibling; next is not null && LevelOf(next) > level; next = next.NextElementSibling)
        {
            if (next.LocalName == "p" && stats.Of(next).Good > 0)
            {
                return;
            }

            tails.Add(next);
        }
    }

    private static int LevelOf(IElement element) => element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : LowestLevel;

    private static int ParagraphsBefore(IElement element, IElement body, ElementStats stats)
    {
        var before = 0;
        for (var at = element; at != body && at.ParentElement is { } parent && before < FewestParagraphs; at = parent)
        {
            for (var sibling = at.PreviousElementSibling; sibling is not null && before < FewestParagraphs; sibling = sibling.PreviousElementSibling)
            {
                before += HtmlElements.LooksAside(sibling) ? 0 : stats.Of(sibling).Good;
            }
        }

        return before;
    }
}
