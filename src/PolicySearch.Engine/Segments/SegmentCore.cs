using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>The opened files of a segment, all but its live records: what the readers of several commits share. References are counted.</summary>
internal sealed class SegmentCore
{
    /// <summary>In the order of their numbers.</summary>
    private static readonly SegmentFileKind[] Kinds =
    [
        SegmentFileKind.Terms, SegmentFileKind.Docs, SegmentFileKind.Freqs, SegmentFileKind.Positions,
        SegmentFileKind.Norms, SegmentFileKind.Columns, SegmentFileKind.Stored, SegmentFileKind.Records,
    ];

    private readonly ReferenceCount _references = new();
    private readonly Dictionary<string, TermsReader> _terms = new(StringComparer.Ordinal);

    private SegmentCore(SegmentInfo info, List<IndexInput> inputs)
    {
        Inputs = inputs;
        Postings = new PostingsInput(Input(SegmentFileKind.Docs), Input(SegmentFileKind.Freqs), Input(SegmentFileKind.Positions), info.MaxDoc);
        foreach (var (name, terms) in TermsInput.ReadFields(Input(SegmentFileKind.Terms), info.MaxDoc))
        {
            _terms[name] = new TermsReader(terms, Postings);
        }

        Norms = new NormsReader(Input(SegmentFileKind.Norms), info.MaxDoc);
        Columns = new ColumnsReader(Input(SegmentFileKind.Columns), info.MaxDoc, Terms);
        Stored = new StoredReader(Input(SegmentFileKind.Stored), info.RecordCount, info.MaxDoc);
        Records = new RecordsReader(Input(SegmentFileKind.Records), info.RecordCount, info.MaxDoc);
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<IndexInput> Inputs { get; }

    public PostingsInput Postings { get; }

    public NormsReader Norms { get; }

    public ColumnsReader Columns { get; }

    public StoredReader Stored { get; }

    public RecordsReader Records { get; }

    public IEnumerable<string> Fields => _terms.Keys;

    /// <summary>Opens the segment's files; see <see cref="IndexInput.Open"/> for what is checked.</summary>
    public static SegmentCore Open(IndexDirectory directory, SegmentInfo info)
    {
        var inputs = new List<IndexInput>(Kinds.Length);
        try
        {
            foreach (var kind in Kinds)
            {
                var file = info.Find(kind) ?? throw new CorruptIndexException(info.Name, -1, $"the commit names no file of kind {kind}");
                inputs.Add(IndexInput.Open(directory, file.Name, SegmentFormats.Of(kind), file.Seal));
            }

            return new SegmentCore(info, inputs);
        }
        catch
        {
            ReleaseAll(inputs);
            throw;
        }
    }

    /// <summary>The file of a kind.</summary>
    public IndexInput Input(SegmentFileKind kind) => Inputs[kind - Kinds[0]];

    public TermsReader? Terms(string field) => _terms.GetValueOrDefault(field);

    public bool TryAcquire() => _references.TryAcquire();

    /// <summary>Gives a reference back; the last one unmaps the files.</summary>
    public void Release()
    {
        if (_references.Release())
        {
            ReleaseAll(Inputs);
        }
    }

    private static void ReleaseAll(IEnumerable<IndexInput> inputs)
    {
        foreach (var input in inputs)
        {
            input.Release();
        }
    }
}
