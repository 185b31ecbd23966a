using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>A segment as a commit names it.</summary>
/// <param name="Name">Its name, unique for all time in its directory.</param>
/// <param name="MaxDoc">Documents, deleted ones too.</param>
/// <param name="RecordCount">Records, deleted ones too.</param>
/// <param name="DeletedRecords">Records that are deleted.</param>
/// <param name="DeletedDocs">Documents of those records.</param>
/// <param name="LiveGeneration">Number of its file of live records; 0 where none was ever deleted.</param>
/// <param name="Files">Its files, the one of live records too.</param>
internal sealed record SegmentInfo(
    string Name, int MaxDoc, int RecordCount, int DeletedRecords, int DeletedDocs, long LiveGeneration, IReadOnlyList<SegmentFile> Files)
{
    public long Bytes => Files.Sum(f => f.Seal.Length);

    /// <summary>The file of a kind, or null.</summary>
    public SegmentFile? Find(SegmentFileKind kind) => Files.FirstOrDefault(f => f.Kind == kind);
}
