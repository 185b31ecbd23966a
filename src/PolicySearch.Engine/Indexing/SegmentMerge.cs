using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>One merge: reads segments and writes their live records, in order, to a new one. What it reads is verified first, so that damage never spreads.</summary>
internal sealed class SegmentMerge(IndexDirectory directory, IndexSchema schema, string name, IReadOnlyList<MergeSource> sources)
{
    private int _maxDoc;

    /// <summary>Name of the new segment.</summary>
    public string Name => name;

    public IReadOnlyList<MergeSource> Sources => sources;

    /// <summary>The new segment, after <see cref="Run"/>; null where nothing of the sources lives.</summary>
    public SegmentInfo? Result { get; private set; }

    /// <summary>Names that its files have or will have.</summary>
    public IEnumerable<string> FileNames => SegmentFormats.FileNames(name);

    /// <summary>Does the work; holds no lock.</summary>
    public void Run(CancellationToken stop)
    {
        foreach (var input in sources.SelectMany(s => s.Core.Inputs.Values))
        {
            stop.ThrowIfCancellationRequested();
            input.VerifyChecksum();
        }

        var recordCount = 0;
        foreach (var source in sources)
        {
            source.Number(ref recordCount, ref _maxDoc);
        }

        if (recordCount == 0)
        {
            return;
        }

        using var output = new SegmentOutput(directory, name);
        new PostingsMerger(schema, sources, _maxDoc, output).Merge(stop);
        var records = new RecordsWriter();
        output.Finish(_maxDoc, records, MergeStored(output, records, stop));
        Result = output.Info;
    }

    private StoredWriter MergeStored(SegmentOutput output, RecordsWriter records, CancellationToken stop)
    {
        var stored = new StoredWriter(schema, output.StoredFile, new PagePool());
        var nextDoc = 0;
        foreach (var source in sources)
        {
            var keys = source.Core.Records.Keys();
            for (var first = 0; first < source.RecordCount; first++)
            {
                if (!source.IsLive(first))
                {
                    continue;
                }

                // Records that live side by side are copied together.
                stop.ThrowIfCancellationRequested();
                var end = first;
                var firstDoc = source.Core.Records.FirstDoc(first);
                for (; end < source.RecordCount && source.IsLive(end); end++)
                {
                    records.Add(keys.Read(end), nextDoc + source.Core.Records.FirstDoc(end) - firstDoc);
                }

                var endDoc = source.Core.Records.FirstDoc(end);
                stored.Copy(source.Core.Stored, first, end, firstDoc, endDoc);
                nextDoc += endDoc - firstDoc;
                first = end;
            }
        }

        return stored;
    }
}
