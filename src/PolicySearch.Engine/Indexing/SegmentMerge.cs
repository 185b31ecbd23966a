using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>One merge: reads segments and writes their live records, in order, to a new one. What it reads is verified first, so that damage never spreads.</summary>
/// <param name="directory">Where the new segment is written.</param>
/// <param name="schema">The index's schema.</param>
/// <param name="name">Name of the new segment.</param>
/// <param name="sources">What is merged.</param>
/// <param name="reorderBytes">Memory for putting records with like terms side by side; 0 where they stay in their order.</param>
internal sealed class SegmentMerge(IndexDirectory directory, IndexSchema schema, string name, IReadOnlyList<MergeSource> sources, long reorderBytes)
{
    private int _maxDoc;

    public IReadOnlyList<MergeSource> Sources => sources;

    /// <summary>The new segment, after <see cref="Run"/>; null where nothing of the sources lives.</summary>
    public SegmentInfo? Result { get; private set; }

    /// <summary>Names that its files have or will have.</summary>
    public IEnumerable<string> FileNames => SegmentFormats.FileNames(name);

    /// <summary>Does the work; holds no lock.</summary>
    public void Run(CancellationToken stop)
    {
        foreach (var input in sources.SelectMany(s => s.Core.Inputs))
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

        var order = reorderBytes > 0 ? new RecordOrder(schema, sources, recordCount, _maxDoc, reorderBytes).Apply(stop) : null;
        var runs = new MergeRuns(sources, order);
        using var output = new SegmentOutput(directory, name);
        new PostingsMerger(schema, sources, runs, _maxDoc, output, order is not null).Merge(stop);
        var stored = new StoredWriter(schema, output.StoredFile, new PagePool());
        CopyRecords(runs, stored, output.Records, stop);
        output.Finish(_maxDoc, KeyMerge.Sorted(sources, stop), stored);
        Result = output.Info;
    }

    private void CopyRecords(MergeRuns runs, StoredWriter stored, RecordsWriter records, CancellationToken stop)
    {
        var nextDoc = 0;
        RecordKeys[] keys = [.. sources.Select(s => s.Core.Records.Keys())];
        foreach (var run in runs)
        {
            stop.ThrowIfCancellationRequested();
            var core = sources[run.SourceNumber].Core;
            for (var record = run.FirstRecord; record < run.EndRecord; record++)
            {
                records.Add(keys[run.SourceNumber].Read(record), nextDoc + core.Records.FirstDoc(record) - run.FirstDoc);
            }

            stored.Copy(core.Stored, run.FirstRecord, run.EndRecord, run.FirstDoc, run.EndDoc);
            nextDoc += run.EndDoc - run.FirstDoc;
        }
    }
}
