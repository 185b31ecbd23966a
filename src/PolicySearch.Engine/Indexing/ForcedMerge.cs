namespace PolicySearch.Engine.Indexing;

/// <summary>Chooses what to merge when the caller asks for a number of segments.</summary>
internal static class ForcedMerge
{
    /// <summary>The neighbours to merge into one, so that the order is kept under every policy: of all runs long enough the smallest; none where the wish is fulfilled.</summary>
    public static IReadOnlyList<int> Choose(IReadOnlyList<SegmentSize> segments, int wanted)
    {
        var length = segments.Count - wanted + 1;
        if (length <= 1)
        {
            return wanted == 1 && segments is [{ DeletedDocs: > 0 }] ? [0] : [];
        }

        var (best, bestBytes) = (0, long.MaxValue);
        for (var start = 0; start + length <= segments.Count; start++)
        {
            var bytes = segments.Skip(start).Take(length).Sum(s => s.Bytes);
            if (bytes < bestBytes)
            {
                (best, bestBytes) = (start, bytes);
            }
        }

        return [.. Enumerable.Range(best, length)];
    }
}
