namespace PolicySearch.Engine.Formats;

/// <summary>The files of a segment. The number goes to disk in the commit.</summary>
internal enum SegmentFileKind
{
    Terms = 1,
    Docs = 2,
    Freqs = 3,
    Positions = 4,
    Norms = 5,
    Columns = 6,
    Stored = 7,
    Records = 8,
    Live = 9,
}

/// <summary>A file as the commit names it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Its name in the directory.</param>
/// <param name="Version">Version of its format.</param>
/// <param name="Seal">Its length and sum.</param>
internal sealed record SegmentFile(SegmentFileKind Kind, string Name, int Version, FileSeal Seal);

/// <summary>The formats by kind.</summary>
internal static class SegmentFormats
{
    public static FileFormat Of(SegmentFileKind kind) => kind switch
    {
        SegmentFileKind.Terms => TermsFormat.Format,
        SegmentFileKind.Docs => PostingsFormat.Docs,
        SegmentFileKind.Freqs => PostingsFormat.Freqs,
        SegmentFileKind.Positions => PostingsFormat.Positions,
        SegmentFileKind.Norms => NormsFormat.Format,
        SegmentFileKind.Columns => ColumnsFormat.Format,
        SegmentFileKind.Stored => StoredFormat.Format,
        SegmentFileKind.Records => RecordsFormat.Format,
        SegmentFileKind.Live => LiveFormat.Format,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of file"),
    };

    /// <summary>The name of a segment's file: <c>s12.docs</c>; of its live documents by generation: <c>s12-3.live</c>.</summary>
    public static string FileName(string segment, SegmentFileKind kind, long generation = 0)
    {
        var extension = kind.ToString().ToLowerInvariant();
        return generation == 0 ? $"{segment}.{extension}" : $"{segment}-{generation}.{extension}";
    }

    /// <summary>The names of all files that a new segment can have.</summary>
    public static IEnumerable<string> FileNames(string segment) => Enum.GetValues<SegmentFileKind>().Select(kind => FileName(segment, kind));
}
