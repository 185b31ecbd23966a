using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>A segment that a merge reads: what of it is kept, and which numbers that gets.</summary>
internal sealed class MergeSource
{
    private readonly LiveRecords? _live;

    // New numbers; empty where all stay, and then they follow on the first one's.
    private int[] _records;
    private int[] _docs;
    private int _firstRecord;
    private int _firstDoc;

    /// <summary>Takes the deletions as they are now; later ones are carried over when the merge is done.</summary>
    public MergeSource(WriterSegment segment)
    {
        Segment = segment;
        _live = segment.Live?.Clone();
        _records = new int[_live is null ? 0 : segment.RecordCount];
        _docs = new int[_live is null ? 0 : segment.MaxDoc];
    }

    public WriterSegment Segment { get; }

    public SegmentCore Core => Segment.Core;

    public int MaxDoc => Segment.MaxDoc;

    public int RecordCount => Segment.RecordCount;

    public bool IsLive(int record) => _live is null || _live.IsLive(record);

    /// <summary>The new number of a document, or -1 where it is dropped.</summary>
    public int NewDoc(int doc) => _docs.Length == 0 ? _firstDoc + doc : _docs[doc];

    /// <summary>The new number of a live record.</summary>
    public int NewRecord(int record) => _records.Length == 0 ? _firstRecord + record : _records[record];

    /// <summary>Gives new numbers to records and documents.</summary>
    public void Number(ref int nextRecord, ref int nextDoc)
    {
        (_firstRecord, _firstDoc) = (nextRecord, nextDoc);
        if (_live is null)
        {
            nextRecord += RecordCount;
            nextDoc += MaxDoc;
            return;
        }

        Array.Fill(_docs, -1);
        for (var record = 0; record < RecordCount; record++)
        {
            if (!IsLive(record))
            {
                continue;
            }

            _records[record] = nextRecord++;
            var (start, end) = Core.Records.Documents(record);
            for (var doc = start; doc < end; doc++)
            {
                _docs[doc] = nextDoc++;
            }
        }
    }

    /// <summary>Changes the new numbers to others.</summary>
    /// <param name="records">The number for each number that was given.</param>
    /// <param name="firstDocs">The first document for each number that was given.</param>
    public void Renumber(ReadOnlySpan<int> records, ReadOnlySpan<int> firstDocs)
    {
        var newRecords = new int[RecordCount];
        var newDocs = new int[MaxDoc];
        Array.Fill(newDocs, -1);
        for (var record = 0; record < RecordCount; record++)
        {
            if (!IsLive(record))
            {
                continue;
            }

            var (start, end) = Core.Records.Documents(record);
            var firstDoc = firstDocs[NewRecord(record)];
            newRecords[record] = records[NewRecord(record)];
            for (var doc = start; doc < end; doc++)
            {
                newDocs[doc] = firstDoc + doc - start;
            }
        }

        (_records, _docs) = (newRecords, newDocs);
    }
}
