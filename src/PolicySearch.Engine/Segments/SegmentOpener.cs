using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>Opens a segment of a commit, sharing files with a reader of an older commit where there is one.</summary>
internal static class SegmentOpener
{
    public static SegmentReader Open(IndexDirectory directory, SegmentInfo info, SegmentReader? shared)
    {
        var core = shared is not null && HasSameFiles(shared.Info, info) && shared.Core.TryAcquire() ? shared.Core : SegmentCore.Open(directory, info);
        try
        {
            var reader = new SegmentReader(info, core, ReadLive(directory, info));
            var deleted = info.MaxDoc - reader.NumDocs;
            return deleted == info.DeletedDocs
                ? reader
                : throw new CorruptIndexException(info.Name, -1, $"expected {info.DeletedDocs} deleted documents as the commit says, found {deleted}");
        }
        catch
        {
            core.Release();
            throw;
        }
    }

    private static bool HasSameFiles(SegmentInfo a, SegmentInfo b) =>
        a.Files.Where(f => f.Kind != SegmentFileKind.Live).SequenceEqual(b.Files.Where(f => f.Kind != SegmentFileKind.Live));

    private static LiveRecords? ReadLive(IndexDirectory directory, SegmentInfo info)
    {
        if (info.Find(SegmentFileKind.Live) is not { } file)
        {
            return null;
        }

        var input = IndexInput.Open(directory, file.Name, LiveFormat.Format, file.Seal);
        try
        {
            return LiveFormat.Read(input, info.RecordCount);
        }
        finally
        {
            input.Release();
        }
    }
}
