namespace PolicySearch.Engine.Indexing;

/// <summary>Joins neighbours only, so that documents keep the order in which they were added (after Lucene's LogByteSizeMergePolicy).</summary>
public sealed class AdjacentMergePolicy : IMergePolicy
{
    /// <summary>Segments of one level differ in size by at most the merge factor to this power.</summary>
    private const double LevelSpan = 0.75;

    /// <summary>Number of neighbours of about one size that are merged. At least 2, default 10.</summary>
    public int MergeFactor { get; init; } = 10;

    /// <summary>Smaller segments count as if they had this size. Default 2 MB.</summary>
    public long FloorBytes { get; init; } = 2L << 20;

    /// <summary>Larger segments are left alone. Default 2 GB.</summary>
    public long MaxMergeBytes { get; init; } = 2L << 30;

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<int>> FindMerges(IReadOnlyList<SegmentSize> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var levels = segments.Select(s => Math.Log(Math.Max(FloorBytes, s.Bytes)) / Math.Log(MergeFactor)).ToList();
        var start = 0;
        while (start < levels.Count)
        {
            // The segments up to the last one of the largest level belong together, smaller ones among them too.
            var bottom = levels.Skip(start).Max() - LevelSpan;
            var end = levels.FindLastIndex(level => level >= bottom) + 1;
            for (; start + MergeFactor <= end; start += MergeFactor)
            {
                if (segments.Skip(start).Take(MergeFactor).All(s => s.Bytes <= MaxMergeBytes))
                {
                    return [[.. Enumerable.Range(start, MergeFactor)]];
                }
            }

            start = end;
        }

        return [];
    }
}
