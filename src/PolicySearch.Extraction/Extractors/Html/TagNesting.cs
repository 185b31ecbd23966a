using System.Collections.Frozen;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Estimates, before a page is parsed, how deep its elements nest.</summary>
internal static class TagNesting
{
    // Elements without an end tag, or whose end tag may be left out.
    private static readonly FrozenSet<string> Unclosed = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "frame", "basefont", "bgsound", "keygen",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "body", "html", "head",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether more than <paramref name="most"/> start tags have no end tag of their name behind them at some place.</summary>
    public static bool IsDeeperThan(string html, int most)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var unclosed = Unclosed.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (isEnd ? 2 : 1)));
            if (name.IsEmpty || unclosed.Contains(name))
            {
                continue;
            }

            open.TryGetValue(name, out var count);
            if (isEnd && count == 0)
            {
                continue;
            }

            open[name] = count + (isEnd ? -1 : 1);
            depth += isEnd ? -1 : 1;
            if (depth > most)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 32 && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return end > 0 && char.IsAsciiLetter(tag[0]) ? tag[..end] : default;
    }
}
