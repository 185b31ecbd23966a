using PolicySearch.Extraction.Documents;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Cuts long blocks at the ends of sentences, and a sentence that is too long itself between words; never inside a span that is to stay whole.</summary>
internal sealed class BlockCutter
{
    private readonly string _text;
    private readonly TextSpan[] _whole;

    /// <summary>Takes a document's text and the spans that no cut may fall into.</summary>
    public BlockCutter(string text, IEnumerable<TextSpan> whole)
    {
        _text = text;
        _whole = Disjoint(whole);
    }

    /// <summary>The block itself, or its parts in order, each of at most <see cref="PassageSize.Most"/> words but for what has to stay whole.</summary>
    public IEnumerable<Block> Cut(Block block)
    {
        var words = WordCount.Of(block.Span.Of(_text));
        if (words <= PassageSize.Most && block.Span.Length <= PassageSize.MostCharacters)
        {
            return [block];
        }

        var parts = Math.Max(1, (words + PassageSize.Good - 1) / PassageSize.Good);
        return Join(Pieces(block.Span), Math.Max(PassageSize.Least, words / parts)).Select(span => block with { Span = span });
    }

    // Parts of about the same length, each as near to the target as its sentences allow.
    private IEnumerable<TextSpan> Join(IEnumerable<TextSpan> pieces, int target)
    {
        TextSpan? current = null;
        var words = 0;
        foreach (var piece in pieces)
        {
            var more = WordCount.Of(piece.Of(_text));
            if (current is { } part)
            {
                var joined = new TextSpan(part.Start, piece.End);
                var fits = words + (more / 2) <= target && words + more <= PassageSize.Most && joined.Length <= PassageSize.MostCharacters;
                if (fits || !CanCut(part.End, piece.Start))
                {
                    current = joined;
                    words += more;
                    continue;
                }

                yield return part;
            }

            current = piece;
            words = more;
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    private IEnumerable<TextSpan> Pieces(TextSpan span)
    {
        foreach (var (start, end) in SentenceBoundaries.Split(_text, span.Start, span.End))
        {
            var isShort = end - start <= PassageSize.MostCharacters && WordCount.Of(_text.AsSpan(start, end - start)) <= PassageSize.Most;
            foreach (var piece in isShort ? [new TextSpan(start, end)] : BetweenWords(start, end))
            {
                yield return piece;
            }
        }
    }

    private IEnumerable<TextSpan> BetweenWords(int start, int end)
    {
        while (start < end)
        {
            var cut = LastCut(start, end);
            var to = cut;
            while (to > start && char.IsWhiteSpace(_text[to - 1]))
            {
                to--;
            }

            yield return new TextSpan(start, to);
            start = cut;
            while (start < end && char.IsWhiteSpace(_text[start]))
            {
                start++;
            }
        }
    }

    // The last place before a part would be too long: after white space or between wide characters, best after a comma.
    private int LastCut(int start, int end)
    {
        var words = 0.0;
        var best = -1;
        var bestComma = -1;
        for (var i = start; i < end; i++)
        {
            var c = _text[i];
            var isPlace = i > start && (char.IsWhiteSpace(c) || WordCount.IsWide(c) || WordCount.IsWide(_text[i - 1])) && CanCut(i, i) && !char.IsLowSurrogate(c);
            if (isPlace)
            {
                best = i;
                bestComma = _text[i - 1] is ',' or ';' or '、' or '，' ? i : bestComma;
            }

            var begins = !char.IsWhiteSpace(c) && (i == start || char.IsWhiteSpace(_text[i - 1]) || WordCount.IsWide(_text[i - 1]));
            words += WordCount.IsWide(c) ? 0.5 : begins ? 1 : 0;
            if (words > PassageSize.Good || i - start >= PassageSize.MostCharacters)
            {
                return bestComma > start + ((i - start) / 2) ? bestComma : best > start ? best : Anywhere(i, end);
            }
        }

        return end;
    }

    private int Anywhere(int at, int end)
    {
        while (at < end && (char.IsLowSurrogate(_text[at]) || !CanCut(at, at)))
        {
            at++;
        }

        return at;
    }

    private bool CanCut(int end, int start)
    {
        var at = Array.BinarySearch(_whole, new TextSpan(start, start), ByStart);
        var before = (at < 0 ? ~at : at) - 1;
        return before < 0 || _whole[before].End <= end;
    }

    private static readonly Comparer<TextSpan> ByStart = Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start));

    // Sorted, and overlapping ones joined, so that one look to the left is enough.
    private static TextSpan[] Disjoint(IEnumerable<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (joined.Count > 0 && span.Start < joined[^1].End)
            {
                joined[^1] = new TextSpan(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            }
            else
            {
                joined.Add(span);
            }
        }

        return [.. joined];
    }
}
