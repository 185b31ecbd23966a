using System.Numerics;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents of a bit set, all with one score.</summary>
internal sealed class DocSetScorer(ulong[] bits, float score) : Scorer
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost { get; } = Count(bits);

    public override float MaxScore => score;

    public override int NextDoc() => _doc == NoMoreDocs ? NoMoreDocs : Advance(_doc + 1);

    public override int Advance(int target)
    {
        var word = target >> 6;
        if (word >= bits.Length)
        {
            return _doc = NoMoreDocs;
        }

        var rest = bits[word] & (ulong.MaxValue << (target & 63));
        while (rest == 0)
        {
            if (++word == bits.Length)
            {
                return _doc = NoMoreDocs;
            }

            rest = bits[word];
        }

        return _doc = (word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    public override float Score() => score;

    private static long Count(ulong[] bits)
    {
        long count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
