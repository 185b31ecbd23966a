using System.Numerics;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>A set's bits with the number of documents before each word, so that the documents of a stretch are counted at once.</summary>
internal sealed class DocRanks
{
    private readonly ulong[] _bits;
    private readonly int[] _before;

    /// <summary>Counts the bits.</summary>
    /// <param name="bits">The set.</param>
    /// <param name="words">Words of the set.</param>
    /// <param name="before">Room for a number a word.</param>
    public DocRanks(ulong[] bits, int words, int[] before)
    {
        (_bits, _before) = (bits, before);
        var count = 0;
        for (var i = 0; i < words; i++)
        {
            before[i] = count;
            count += BitOperations.PopCount(bits[i]);
        }
    }

    /// <summary>How many documents of the set are not above this one.</summary>
    public int Through(int doc) => _before[doc >> 6] + BitOperations.PopCount(_bits[doc >> 6] & (ulong.MaxValue >> (63 - (doc & 63))));
}
