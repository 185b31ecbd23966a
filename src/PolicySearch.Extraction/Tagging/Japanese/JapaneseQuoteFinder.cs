using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds policy instruments in Japanese quotation marks: by the last word inside (「…プラン」), or by the word behind (「…」事業).</summary>
internal sealed class JapaneseQuoteFinder(Lexicon lexicon, CommonWords common)
{
    private const int MinQuoted = 5;
    private const int MaxQuoted = 80;

    private readonly WordTable<bool> _inside = new(lexicon.EastAsian("ja_programme").Select(word => (word, true)));
    private readonly WordTable<bool> _behind = new(lexicon.EastAsian("ja_programme_behind").Select(word => (word, true)));

    /// <summary>Adds the instruments that a block quotes.</summary>
    public void Find(TaggingContext context, JoinedText text)
    {
        var span = text.Span;
        for (var open = span.IndexOf('「'); open >= 0;)
        {
            var rest = span[(open + 1)..];
            var close = rest[..Math.Min(rest.Length, MaxQuoted + 1)].IndexOfAny("」「。\n");
            if (close > 0 && rest[close] == '」' && IsInstrument(rest[..close], rest[(close + 1)..]))
            {
                var (start, end) = (open + 1, open + 1 + close);
                context.Add(text.Block, MentionType.Programme, rest[..close].ToString(), text.ToSource(start), text.ToSourceEnd(end), Trust.Form, "rule:ja-quoted");
            }

            var next = rest.IndexOf('「');
            open = next < 0 ? -1 : open + 1 + next;
        }
    }

    private bool IsInstrument(ReadOnlySpan<char> quoted, ReadOnlySpan<char> after)
    {
        if (quoted.Contains('、'))
        {
            return false;
        }

        var name = quoted.TrimEnd("0123456789０１２３４５６７８９ ");
        if (quoted.Length >= MinQuoted && _inside.TryMatchEnd(name, name.Length, out var length, out _))
        {
            return name.Length - length >= 2 && !common.IsMadeOf(name[..^length], 1);
        }

        return quoted.Length is >= 3 and <= 30 && _behind.MatchStart(after, 0) > 0 && !common.IsMadeOf(quoted, 2);
    }
}
