namespace PolicySearch.Engine.Indexing;

/// <summary>Merges about equally large segments, smallest first (after Lucene's TieredMergePolicy): the index may have as many segments as sizes that grow tenfold, ten of each, would give; when it has more, the best merge is done. It does not keep the order of segments.</summary>
public sealed class TieredMergePolicy : IMergePolicy
{
    /// <summary>Segments of one size; also the most that are merged at once. Default 10.</summary>
    public int SegmentsPerTier { get; init; } = 10;

    /// <summary>Smaller segments count as if they had this size. Default 2 MB.</summary>
    public long FloorBytes { get; init; } = 2L << 20;

    /// <summary>Merges do not make larger segments. Default 5 GB.</summary>
    public long MaxMergedBytes { get; init; } = 5L << 30;

    /// <summary>A segment with a larger share of deleted documents is rewritten. Default 1/3.</summary>
    public double MaxDeletedShare { get; init; } = 1.0 / 3;

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<int>> FindMerges(IReadOnlyList<SegmentSize> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var candidates = new List<(int Place, long Bytes)>();
        for (var i = 0; i < segments.Count; i++)
        {
            // A segment of half the largest size is left alone until deletions have shrunk it.
            var bytes = LiveBytes(segments[i]);
            if (bytes <= MaxMergedBytes / 2)
            {
                candidates.Add((i, bytes));
            }
        }

        candidates.Sort((a, b) => a.Bytes != b.Bytes ? b.Bytes.CompareTo(a.Bytes) : a.Place.CompareTo(b.Place));
        if (candidates.Count > AllowedCount(candidates) && FindBest(candidates) is { } best)
        {
            return [best];
        }

        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].DeletedDocs > segments[i].MaxDoc * MaxDeletedShare)
            {
                return [[i]];
            }
        }

        return [];
    }

    private static long LiveBytes(SegmentSize segment) =>
        segment.MaxDoc == 0 ? segment.Bytes : (long)(segment.Bytes * (1 - ((double)segment.DeletedDocs / segment.MaxDoc)));

    private double AllowedCount(List<(int Place, long Bytes)> candidates)
    {
        var left = candidates.Sum(c => c.Bytes);
        var level = Math.Max(FloorBytes, candidates.Count == 0 ? 0 : candidates[^1].Bytes);
        double allowed = 0;
        while (true)
        {
            var count = (double)left / level;
            if (count < SegmentsPerTier || level >= MaxMergedBytes)
            {
                return Math.Max(SegmentsPerTier, allowed + Math.Ceiling(count));
            }

            allowed += SegmentsPerTier;
            left -= SegmentsPerTier * level;
            level = Math.Min(MaxMergedBytes, level * SegmentsPerTier);
        }
    }

    /// <summary>Of all runs of neighbours in size the one that costs least for what it gains: even sizes before uneven ones, small ones slightly before large ones.</summary>
    private List<int>? FindBest(List<(int Place, long Bytes)> candidates)
    {
        List<int>? best = null;
        var bestScore = double.MaxValue;
        for (var start = 0; start < candidates.Count; start++)
        {
            var run = new List<int>();
            long total = 0, floored = 0;
            for (var i = start; i < candidates.Count && run.Count < SegmentsPerTier; i++)
            {
                if (total + candidates[i].Bytes <= MaxMergedBytes)
                {
                    run.Add(candidates[i].Place);
                    total += candidates[i].Bytes;
                    floored += Math.Max(FloorBytes, candidates[i].Bytes);
                }
            }

            if (run.Count < 2)
            {
                continue;
            }

            var skew = (double)Math.Max(FloorBytes, candidates[start].Bytes) / floored;
            var score = skew * Math.Pow(Math.Max(1, total), 0.05);
            if (score < bestScore)
            {
                (best, bestScore) = (run, score);
            }
        }

        return best;
    }
}
