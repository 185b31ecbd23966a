using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The files of a segment being written, by a flush or a merge. Disposing closes what was left open by an error.</summary>
internal sealed class SegmentOutput : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly string _name;
    private readonly Dictionary<SegmentFileKind, IndexOutput> _outputs = [];
    private readonly List<SegmentFile> _files = [];

    public SegmentOutput(IndexDirectory directory, string name)
    {
        _directory = directory;
        _name = name;
        try
        {
            Terms = new TermsWriter(Open(SegmentFileKind.Terms));
            Postings = new PostingsWriter(Open(SegmentFileKind.Docs), Open(SegmentFileKind.Freqs), Open(SegmentFileKind.Positions));
            Norms = new NormsWriter(Open(SegmentFileKind.Norms));
            Columns = new ColumnsWriter(Open(SegmentFileKind.Columns));
            StoredFile = Open(SegmentFileKind.Stored);
            Records = new RecordsWriter(Open(SegmentFileKind.Records));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public TermsWriter Terms { get; }

    public PostingsWriter Postings { get; }

    public NormsWriter Norms { get; }

    public ColumnsWriter Columns { get; }

    public IndexOutput StoredFile { get; }

    public RecordsWriter Records { get; }

    /// <summary>What a commit says of the segment; after <see cref="Finish"/>.</summary>
    public SegmentInfo? Info { get; private set; }

    /// <summary>Writes what is left of all files, and closes them.</summary>
    /// <param name="maxDoc">Number of documents.</param>
    /// <param name="keyOrder">All records in the order of their keys, equal ones by number.</param>
    /// <param name="stored">What is stored.</param>
    public void Finish(int maxDoc, IEnumerable<int> keyOrder, StoredWriter stored)
    {
        Seal(SegmentFileKind.Terms, Terms.Finish());
        Seal(SegmentFileKind.Docs, _outputs[SegmentFileKind.Docs].Finish([]));
        Seal(SegmentFileKind.Freqs, _outputs[SegmentFileKind.Freqs].Finish([]));
        Seal(SegmentFileKind.Positions, _outputs[SegmentFileKind.Positions].Finish([]));
        Seal(SegmentFileKind.Norms, Norms.Finish());
        Seal(SegmentFileKind.Columns, Columns.Finish());
        Seal(SegmentFileKind.Stored, stored.Finish(StoredFile));
        Seal(SegmentFileKind.Records, Records.Finish(maxDoc, keyOrder));
        Info = new SegmentInfo(_name, maxDoc, Records.Count, 0, 0, 0, _files);
    }

    public void Dispose()
    {
        foreach (var output in _outputs.Values)
        {
            output.Dispose();
        }
    }

    private IndexOutput Open(SegmentFileKind kind)
    {
        var output = new IndexOutput(_directory, SegmentFormats.FileName(_name, kind), SegmentFormats.Of(kind));
        _outputs[kind] = output;
        return output;
    }

    private void Seal(SegmentFileKind kind, FileSeal seal) =>
        _files.Add(new SegmentFile(kind, _outputs[kind].Name, SegmentFormats.Of(kind).Version, seal));
}
