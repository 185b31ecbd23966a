using System.Collections.Frozen;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Tells lines that set several links of a web page side by side: "Home | News | About us", "Menu ▾   Topics   Log in".</summary>
internal static class MenuLines
{
    private const int LongestLine = 240;
    private const int LongestPart = 48;
    private const int MostWordsOfPart = 6;
    private const int WideGap = 2;

    // Names by which pages are passed on, and languages to choose from; alone on a line some of them may be a heading.
    private static readonly FrozenSet<string> Shares = new[]
    {
        "x", "x com", "facebook", "twitter", "linkedin", "whatsapp", "bluesky", "mastodon", "threads", "reddit", "telegram", "pinterest", "pocket", "line", "wechat", "weibo", "instagram", "youtube", "flipboard", "xing", "kakao", "email", "e mail", "mail", "print", "copy link", "link", "tweet", "share", "save", "recommend", "pdf", "rss",
        "ツイート", "シェア", "印刷", "フェイスブック", "はてなブックマーク", "メール",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Others = new[]
    {
        "de", "en", "fr", "ja", "jp", "ko", "zh", "es", "ja en", "jp en", "en ja", "english", "deutsch", "français", "中文", "日本語", "한국어", "plain language", "sign language", "easy language",
        "yes", "no", "はい", "いいえ", "ok", "okay", "同意する", "詳細", "agree and close", "configure", "decline", "terms and conditions", "data protection", "legal", "advertise", "write to us", "our other offices", "webmaster", "jobs", "foia", "no fear act", "site privacy", "podcast", "podcasts", "events", "states", "sectors", "countries", "archive", "analysis", "opinion", "topics", "edit this page", "edit", "view source", "page history", "report an issue", "home", "business", "sports", "sport", "world", "world news", "culture", "editorials", "features", "lifestyle", "technology", "health", "video", "photos", "local", "national", "international", "economy", "politics", "insights", "statistics",
    }.ToFrozenSet();

    private static readonly string[] ShareEnds = ["で送る", "でシェア", "でシェアする", "で共有", "に送る"];
    private static readonly string[] ShareStarts = ["share", "follow", "tweet", "シェア", "フェイスブックで", "フォロー"];

    /// <summary>Whether the line is a row of links, a third of them ones that stand on many pages.</summary>
    public static bool IsMenu(ReadOnlySpan<char> line) => Count(line, out var parts, out var known, out _) && known >= 2 && known * 3 >= parts;

    /// <summary>Whether the line only offers to pass the page on: "Share: Facebook · LinkedIn · Email".</summary>
    public static bool IsShare(ReadOnlySpan<char> line) => Count(line, out var parts, out _, out var shares) && shares >= 2 && shares * 3 >= parts * 2;

    // False for a line that is one piece, or has a piece too long for a link.
    private static bool Count(ReadOnlySpan<char> line, out int parts, out int known, out int shares)
    {
        (parts, known, shares) = (0, 0, 0);
        if (line.Length is < 5 or > LongestLine)
        {
            return false;
        }

        while (!line.IsEmpty)
        {
            var end = EndOfPart(line, out var next);
            var part = line[..end].Trim();
            line = line[next..];
            if (part.IsEmpty)
            {
                continue;
            }

            var isShare = IsShareName(part);
            var isKnown = isShare || IsKnown(part);
            if (!isKnown && (part.Length > LongestPart || TextKeys.Words(part) > MostWordsOfPart || part[^1] is '.' or '。' or ':' or '：' or ','))
            {
                return false;
            }

            parts++;
            known += isKnown ? 1 : 0;
            shares += isShare ? 1 : 0;
        }

        return parts >= 2;
    }

    private static bool IsShareName(ReadOnlySpan<char> part)
    {
        var label = part.IndexOfAny(':', '：');
        if (label > 0 && label + 1 < part.Length && OffersShare(part[..label]))
        {
            part = part[(label + 1)..].Trim();
        }

        return part.Length <= LongestPart && (Shares.Contains(TextKeys.Of(part)) || OffersShare(part));
    }

    private static bool OffersShare(ReadOnlySpan<char> part)
    {
        foreach (var start in ShareStarts)
        {
            if (part.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var end in ShareEnds)
        {
            if (part.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one word or phrase is a link that stands on many pages.</summary>
    public static bool IsKnown(ReadOnlySpan<char> part) =>
        part[0] == '©' || BoilerplatePhrases.IsMenuWord(part) || (part.Length <= LongestPart && Others.Contains(TextKeys.Of(part))) || BoilerplatePhrases.IsBoilerplate(part);

    // A part ends at a bar, a dot between spaces, a bracket or a wide gap.
    private static int EndOfPart(ReadOnlySpan<char> line, out int next)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var gap = line[i] is ' ' or '\u3000' ? SpacesAt(line, i) : 0;
            var isSeparator = line[i] is '|' or '｜' or '[' or ']' or '▾' or '▼' or '≡' or '\t'
                || (line[i] is '·' or '•' or '›' or '»' or '/' && IsSpaced(line, i));
            if (isSeparator || gap >= WideGap || (gap == 1 && line[i] == '\u3000'))
            {
                next = i + Math.Max(gap, 1);
                return i;
            }
        }

        next = line.Length;
        return line.Length;
    }

    private static bool IsSpaced(ReadOnlySpan<char> line, int at) => at > 0 && at + 1 < line.Length && line[at - 1] == ' ' && line[at + 1] == ' ';

    private static int SpacesAt(ReadOnlySpan<char> line, int at)
    {
        var end = at;
        while (end < line.Length && line[end] is ' ' or '\u3000')
        {
            end++;
        }

        return end - at;
    }
}
