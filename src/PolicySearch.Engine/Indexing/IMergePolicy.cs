namespace PolicySearch.Engine.Indexing;

/// <summary>Chooses segments to merge.</summary>
public interface IMergePolicy
{
    /// <summary>Groups of segments to merge now, each group by their places in <paramref name="segments"/>; none where nothing is worth it.</summary>
    IReadOnlyList<IReadOnlyList<int>> FindMerges(IReadOnlyList<SegmentSize> segments);
}

/// <summary>What a merge policy sees of a segment.</summary>
/// <param name="Bytes">Size of its files.</param>
/// <param name="MaxDoc">Documents in it, deleted ones too.</param>
/// <param name="DeletedDocs">Documents in it that are deleted.</param>
public readonly record struct SegmentSize(long Bytes, int MaxDoc, int DeletedDocs);
