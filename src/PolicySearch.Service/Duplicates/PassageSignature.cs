using System.Globalization;

namespace PolicySearch.Service.Duplicates;

/// <summary>What the index keeps of a passage's text to find its copies.</summary>
/// <remarks>
/// MinHash (Broder 1997): the least of a hash over all shingles is the same in two texts with the probability of their
/// resemblance (shared shingles ÷ all). The sketch keeps three such least hashes, of 21 bits each. Texts that resemble each
/// other by 0.9 agree in two of three with a probability of 0.97. The index finds passages by the first two, and since two of
/// three have to agree, one of these does.
/// </remarks>
/// <param name="Exact">Hash of the whole text; texts with the same one are equal but for case, width, marks and white space.</param>
/// <param name="Sketch">The three least hashes.</param>
internal readonly record struct PassageSignature(long Exact, long Sketch)
{
    private const int Lanes = 3;
    private const int KeyLanes = 2;
    private const int SharedLanes = 2;
    private const int LaneBits = 21;
    private const long LaneMask = (1 << LaneBits) - 1;

    /// <summary>Up to this width a column is packed.</summary>
    private const long ExactMask = (1L << 56) - 1;

    /// <summary>Shorter texts, such as a heading alone, are equal without being copies.</summary>
    private const int FewestUnits = 20;

    /// <summary>The signature of a text; null where it is too short to have copies.</summary>
    public static PassageSignature? Of(TextUnits text)
    {
        if (text.Units.Count < FewestUnits)
        {
            return null;
        }

        var exact = text.Units.Aggregate(HashMixing.Start, (hash, unit) => HashMixing.Add(hash, HashMixing.Of(unit)));
        return new PassageSignature((long)HashMixing.Finish(exact) & ExactMask, SketchOf(text));
    }

    /// <summary>Whether two texts are worth to be compared.</summary>
    public bool Resembles(PassageSignature other)
    {
        var shared = 0;
        for (var lane = 0; lane < Lanes; lane++)
        {
            shared += Lane(lane) == other.Lane(lane) ? 1 : 0;
        }

        return shared >= SharedLanes;
    }

    /// <summary>The terms by which the index finds the passages that this one may resemble.</summary>
    public IEnumerable<string> Keys()
    {
        for (var lane = 0; lane < KeyLanes; lane++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{lane}{Lane(lane):x}");
        }
    }

    private long Lane(int lane) => (Sketch >> (lane * LaneBits)) & LaneMask;

    private static long SketchOf(TextUnits text)
    {
        Span<ulong> least = stackalloc ulong[Lanes];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in text.Shingles())
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                least[lane] = Math.Min(least[lane], HashMixing.Finish(shingle + ((ulong)lane * HashMixing.Start)));
            }
        }

        // The high bits of the least of many are zero; the low ones are even.
        var sketch = 0L;
        for (var lane = 0; lane < Lanes; lane++)
        {
            sketch |= ((long)least[lane] & LaneMask) << (lane * LaneBits);
        }

        return sketch;
    }
}
