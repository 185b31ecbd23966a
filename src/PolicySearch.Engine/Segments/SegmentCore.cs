using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>The opened files of a segment, all but its live records: what the readers of several commits share. References are counted.</summary>
internal sealed class SegmentCore
{
    private static readonly SegmentFileKind[] Kinds =
    [
        SegmentFileKind.Terms, SegmentFileKind.Docs, SegmentFileKind.Freqs, SegmentFileKind.Positions,
        SegmentFileKind.Norms, SegmentFileKind.Columns, SegmentFileKind.Stored, SegmentFileKind.Records,
    ];

    private readonly ReferenceCount _references = new();
    private readonly Dictionary<string, TermsReader> _terms = new(StringComparer.Ordinal);

    private SegmentCore(SegmentInfo info, Dictionary<SegmentFileKind, IndexInput> inputs)
    {
        Inputs = inputs;
        Postings = new PostingsInput(inputs[SegmentFileKind.Docs], inputs[SegmentFileKind.Freqs], inputs[SegmentFileKind.Positions], info.MaxDoc);
        foreach (var (name, terms) in TermsInput.ReadFields(inputs[SegmentFileKind.Terms], info.MaxDoc))
        {
            _terms[name] = new TermsReader(terms, Postings);
        }

        Norms = new NormsReader(inputs[SegmentFileKind.Norms], info.MaxDoc);
        Columns = new ColumnsReader(inputs[SegmentFileKind.Columns], info.MaxDoc, Terms);
        Stored = new StoredReader(inputs[SegmentFileKind.Stored], info.RecordCount, info.MaxDoc);
        Records = new RecordsReader(inputs[SegmentFileKind.Records], info.RecordCount, info.MaxDoc);
    }

    public IReadOnlyDictionary<SegmentFileKind, IndexInput> Inputs { get; }

    public PostingsInput Postings { get; }

    public NormsReader Norms { get; }

    public ColumnsReader Columns { get; }

    public StoredReader Stored { get; }

    public RecordsReader Records { get; }

    public IEnumerable<string> Fields => _terms.Keys;

    /// <summary>Opens the segment's files; see <see cref="IndexInput.Open"/> for what is checked.</summary>
    public static SegmentCore Open(IndexDirectory directory, SegmentInfo info)
    {
        var inputs = new Dictionary<SegmentFileKind, IndexInput>();
        try
        {
            foreach (var kind in Kinds)
            {
                var file = info.Find(kind) ?? throw new CorruptIndexException(info.Name, -1, $"the commit names no file of kind {kind}");
                inputs[kind] = IndexInput.Open(directory, file.Name, SegmentFormats.Of(kind), file.Seal);
            }

            return new SegmentCore(info, inputs);
        }
        catch
        {
            ReleaseAll(inputs);
            throw;
        }
    }

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

    private static void ReleaseAll(IReadOnlyDictionary<SegmentFileKind, IndexInput> inputs)
    {
        foreach (var input in inputs.Values)
        {
            input.Release();
        }
    }
}
