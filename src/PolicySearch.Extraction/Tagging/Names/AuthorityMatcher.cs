using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Walks the authority file's tries over a block: at each word, and at each code unit of East Asian text, the longest name that starts there.</summary>
internal sealed class AuthorityMatcher(AuthorityIndex authority, KoreanBounds korean, int andSymbol)
{
    private const Gap Blocking = Gap.Break | Gap.Open | Gap.Close | Gap.Other;

    /// <summary>Adds the matches in <paramref name="block"/> to <paramref name="matches"/>.</summary>
    public void Match(TaggingContext context, TextBlock block, List<NameMatch> matches)
    {
        for (var i = 0; i < block.Words.Count; i++)
        {
            var word = block.Words[i];
            if (word.IsCjk)
            {
                MatchEastAsian(context, block, i, matches);
            }
            else if (Scripts.IsHangul(context.Text[word.Start]))
            {
                MatchKorean(context, block, i, matches);
            }
            else
            {
                MatchMixed(context, block, i, matches);

                if (word.Symbol >= 0)
                {
                    MatchLatin(context, block, i, matches);
                }
            }
        }
    }

    private void MatchLatin(TaggingContext context, TextBlock block, int first, List<NameMatch> matches)
    {
        var words = block.Words;
        var node = NameTrie.Root;
        for (var i = first; i < words.Count; i++)
        {
            var word = words[i];
            if (i > first && !MayJoin(context.Text, words[i - 1], word))
            {
                return;
            }

            if (i > first && word.Symbol == andSymbol)
            {
                continue;
            }

            node = word.Symbol >= 0 ? authority.Latin.Next(node, word.Symbol) : -1;
            if (node < 0)
            {
                return;
            }

            if (authority.Latin.NamesAt(node) is { } forms)
            {
                var fitting = NameCase.Fitting(context, block, first, i, forms);
                if (fitting.Count > 0)
                {
                    matches.Add(new NameMatch(block, words[first].Start, word.End, first, i, fitting));
                }
            }
        }
    }

    private static bool MayJoin(string text, Word before, Word word)
    {
        var gap = word.Before;
        if (gap == (Gap.Other | Gap.Space))
        {
            // "Help to Grow: Digital"; whether the name has a colon is looked at in the end.
            return text[before.End] == ':' && word.Start == before.End + 2;
        }

        if ((gap & Blocking) != Gap.None || gap == Gap.None)
        {
            return false;
        }

        if ((gap & Gap.Period) != Gap.None)
        {
            // "Society 5.0", "Franklin D. Roosevelt", "St. Gallen"
            var isAbbreviation = (before.Shape & WordShape.Initial) != WordShape.None || (before.IsCapital && before.End - before.Start == 2);
            return gap == Gap.Period ? before.IsNumber && word.IsNumber : isAbbreviation && (gap & Gap.Comma) == Gap.None;
        }

        if ((gap & Gap.Quote) != Gap.None)
        {
            return false;
        }

        return (gap & Gap.Dash) == Gap.None || gap == Gap.Dash;
    }

    // "JR東日本", "Go-To事業": Latin letters and East Asian ones in one name.
    private void MatchMixed(TaggingContext context, TextBlock block, int index, List<NameMatch> matches)
    {
        const int MostParts = 4;
        var next = index + 1;
        while (next < block.Words.Count && next - index < MostParts && block.Words[next] is { IsCjk: false, Before: Gap.Hyphen })
        {
            next++;
        }

        if (next < block.Words.Count && block.Words[next] is { IsCjk: true, Before: Gap.None } run
            && LongestAt(context, block, index, run, block.Words[index].Start) is { } match && match.End > run.Start)
        {
            matches.Add(match);
        }
    }

    private void MatchEastAsian(TaggingContext context, TextBlock block, int index, List<NameMatch> matches)
    {
        var word = block.Words[index];
        for (var start = word.Start; start < word.End; start++)
        {
            if (LongestAt(context, block, index, word, start) is { } match)
            {
                matches.Add(match);
                start = match.End - 1;
            }
        }
    }

    // The longest name that begins at a code unit and ends in the run of East Asian letters.
    private NameMatch? LongestAt(TaggingContext context, TextBlock block, int index, Word run, int start)
    {
        var text = context.Text;
        var node = NameTrie.Root;
        NameMatch? longest = null;
        for (var at = start; at < block.Span.End; at++)
        {
            if (text[at] is '\n' or '\r' && at > start)
            {
                continue;
            }

            node = authority.EastAsian.Next(node, WordFolding.Fold(text[at]));
            if (node < 0)
            {
                break;
            }

            if (authority.EastAsian.NamesAt(node) is { } forms && EastAsianBounds.Fit(text, run, start, at + 1, forms))
            {
                longest = new NameMatch(block, start, at + 1, index, index, forms);
            }
        }

        return longest;
    }

    // The longest name that begins with a word. Blanks inside it do not count; it never begins inside a word.
    private void MatchKorean(TaggingContext context, TextBlock block, int index, List<NameMatch> matches)
    {
        var text = context.Text;
        var start = block.Words[index].Start;
        var last = index;
        var node = NameTrie.Root;
        NameMatch? longest = null;
        for (var at = start; at < block.Span.End; at++)
        {
            while (at == block.Words[last].End && last + 1 < block.Words.Count && block.Words[last + 1].Before is Gap.None or Gap.Space or Gap.Line)
            {
                at = block.Words[++last].Start;
            }

            node = at < block.Words[last].End ? authority.EastAsian.Next(node, WordFolding.Fold(text[at])) : -1;
            if (node < 0)
            {
                break;
            }

            if (authority.EastAsian.NamesAt(node) is { } forms && korean.MayEnd(text, at + 1, block.Span.End))
            {
                longest = new NameMatch(block, start, at + 1, index, last, forms);
            }
        }

        if (longest is { } match)
        {
            matches.Add(match);
        }
    }
}
