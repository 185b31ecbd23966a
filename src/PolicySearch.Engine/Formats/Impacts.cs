namespace PolicySearch.Engine.Formats;

/// <summary>
/// The pairs of frequency and length byte of a block of which no other is at least as good in both: whatever grows with the frequency
/// and shrinks with the length has its greatest value over the block at one of them. Where there are more than fit, neighbours are joined
/// into a pair that is as good as both.
/// </summary>
/// <remarks>Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes" (2011); the pairs are those of Lucene's CompetitiveImpactAccumulator.</remarks>
internal sealed class Impacts
{
    /// <summary>Pairs that an entry of the block table has room for.</summary>
    public const int Count = 6;

    /// <summary>Stands for this frequency and any higher one.</summary>
    public const byte Unbounded = byte.MaxValue;

    private readonly int[] _freqByNorm = new int[256];
    private readonly List<(int Freq, byte Norm)> _pairs = [];
    private long _norms;
    private int _docs;

    /// <summary>Takes a document of the block.</summary>
    public void Add(int freq, byte norm)
    {
        _freqByNorm[norm] = Math.Max(_freqByNorm[norm], freq);
        _norms += norm;
        _docs++;
    }

    /// <summary>Writes frequencies, then norms, unused places as 0, and starts again.</summary>
    public void Write(ByteWriter target)
    {
        Gather();
        while (_pairs.Count > Count)
        {
            JoinClosest();
        }

        var bytes = target.Reserve(2 * Count);
        bytes.Clear();
        for (var i = 0; i < _pairs.Count; i++)
        {
            bytes[i] = (byte)Math.Min(_pairs[i].Freq, Unbounded);
            bytes[Count + i] = _pairs[i].Norm;
        }

        Clear();
    }

    public void Clear()
    {
        Array.Clear(_freqByNorm);
        _pairs.Clear();
        (_norms, _docs) = (0, 0);
    }

    /// <summary>Whether some pair of a written entry is at least as good as this one.</summary>
    public static bool Cover(ReadOnlySpan<byte> impacts, int freq, byte norm)
    {
        for (var i = 0; i < Count; i++)
        {
            if (impacts[Count + i] <= norm && (impacts[i] >= freq || impacts[i] == Unbounded))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the shortest length up, each frequency that is higher than all before.</summary>
    private void Gather()
    {
        var highest = 0;
        for (var norm = 0; norm < _freqByNorm.Length; norm++)
        {
            if (_freqByNorm[norm] > highest)
            {
                highest = _freqByNorm[norm];
                _pairs.Add((highest, (byte)norm));
            }
        }
    }

    /// <summary>Joins the two neighbours whose joint pair promises least above what they reach.</summary>
    private void JoinClosest()
    {
        var (at, least) = (0, double.MaxValue);
        for (var i = 0; i + 1 < _pairs.Count; i++)
        {
            var (shorter, longer) = (_pairs[i], _pairs[i + 1]);
            var loss = Weight(longer.Freq, shorter.Norm) - Math.Max(Weight(shorter.Freq, shorter.Norm), Weight(longer.Freq, longer.Norm));
            if (loss < least)
            {
                (at, least) = (i, loss);
            }
        }

        _pairs[at] = (_pairs[at + 1].Freq, _pairs[at].Norm);
        _pairs.RemoveAt(at + 1);
    }

    /// <summary>About what BM25 makes of it, the block's middle length taken for the average.</summary>
    private double Weight(int freq, byte norm)
    {
        var middle = NormEncoding.Decode((byte)(_norms / Math.Max(1, _docs)));
        return freq / (freq + 0.3 + (0.9 * NormEncoding.Decode(norm) / Math.Max(1, middle)));
    }
}
