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
/// <param name="reorders">Whether records with like terms are put side by side.</param>
internal sealed class SegmentMerge(IndexDirectory directory, IndexSchema schema, string name, IReadOnlyList<MergeSource> sources, bool reorders)
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

        var order = reorders ? new RecordOrder(schema, sources, recordCount, _maxDoc).Apply(stop) : null;
        using var output = new SegmentOutput(directory, name);
        new PostingsMerger(schema, sources, _maxDoc, output, order is not null).Merge(stop);
        var records = new RecordsWriter();
        var stored = new StoredWriter(schema, output.StoredFile, new PagePool());
        if (order is null)
        {
            CopyRecords(stored, records, stop);
        }
        else
        {
            CopyRecords(order, stored, records, stop);
        }

        output.Finish(_maxDoc, records, stored);
        Result = output.Info;
    }

    private void CopyRecords(StoredWriter stored, RecordsWriter records, CancellationToken stop)
    {
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
    }

    /// <summary>Copies one record after the other in the order of their new numbers.</summary>
    private void CopyRecords(int[] order, StoredWriter stored, RecordsWriter records, CancellationToken stop)
    {
        var places = new (int Source, int Record)[order.Length];
        for (var number = 0; number < sources.Count; number++)
        {
            for (var record = 0; record < sources[number].RecordCount; record++)
            {
                if (sources[number].IsLive(record))
                {
                    places[sources[number].NewRecord(record)] = (number, record);
                }
            }
        }

        var nextDoc = 0;
        foreach (var (number, record) in places)
        {
            stop.ThrowIfCancellationRequested();
            var core = sources[number].Core;
            var (start, end) = core.Records.Documents(record);
            records.Add(core.Records.Key(record), nextDoc);
            stored.Copy(core.Stored, record, record + 1, start, end);
            nextDoc += end - start;
        }
    }
}
