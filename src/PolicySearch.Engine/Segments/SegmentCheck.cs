using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Segments;

/// <summary>Decodes all of a segment and checks that its parts agree. The first disagreement throws.</summary>
internal sealed class SegmentCheck(SegmentReader segment)
{
    private readonly SegmentCore _core = segment.Core;

    /// <param name="keys">Keys of live records in the segments before; this one's are added.</param>
    /// <exception cref="CorruptIndexException">Something is wrong.</exception>
    public void Run(HashSet<string> keys)
    {
        CheckRecords(keys);
        foreach (var field in _core.Fields)
        {
            new TermsCheck(segment, field).Run();
        }

        CheckColumns();
        CheckStored();
    }

    private void CheckRecords(HashSet<string> keys)
    {
        var records = _core.Records;
        var end = 0;
        for (var record = 0; record < records.Count; record++)
        {
            var documents = records.Documents(record);
            if (documents.Start != end)
            {
                throw Wrong(SegmentFileKind.Records, $"record {record} to begin with document {end}, found {documents.Start}");
            }

            end = documents.End;
            if (segment.IsRecordLive(record) && !keys.Add(segment.RecordKey(record)))
            {
                throw Wrong(SegmentFileKind.Records, $"one live record with the key '{segment.RecordKey(record)}', found two");
            }
        }

        if (end != segment.MaxDoc)
        {
            throw Wrong(SegmentFileKind.Records, $"{segment.MaxDoc} documents in all records, found {end}");
        }

        CheckOrder(records);
        var deleted = segment.LiveRecords is { } live ? segment.RecordCount - live.LiveCount : 0;
        if (deleted != segment.Info.DeletedRecords)
        {
            throw Wrong(SegmentFileKind.Records, $"{segment.Info.DeletedRecords} deleted records, found {deleted}");
        }
    }

    private void CheckOrder(RecordsReader records)
    {
        var (before, after) = (records.Keys(), records.Keys());
        for (var place = 1; place < records.Count; place++)
        {
            var (a, b) = (records.Sorted(place - 1), records.Sorted(place));
            var order = before.Read(a).SequenceCompareTo(after.Read(b));
            if (order > 0 || (order == 0 && a >= b))
            {
                throw Wrong(SegmentFileKind.Records, $"keys in ascending order, found record {b} after {a}");
            }
        }
    }

    private void CheckColumns()
    {
        foreach (var column in _core.Columns.Numbers.Values)
        {
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                column.TryGet(doc, out _);
            }
        }

        foreach (var (field, column) in _core.Columns.Keywords)
        {
            CheckKeywords(field, column);
        }

        foreach (var (field, column) in _core.Columns.Intervals)
        {
            CheckIntervals(field, column);
        }
    }

    private void CheckKeywords(string field, KeywordColumn column)
    {
        var ordinals = new int[column.MaxValuesPerDocument];
        long total = 0;
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            var count = column.Read(doc, ordinals);
            total += count;
            for (var i = 1; i < count; i++)
            {
                if (ordinals[i - 1] >= ordinals[i])
                {
                    throw Wrong(SegmentFileKind.Columns, $"ascending ordinals of '{field}' in document {doc}");
                }
            }
        }

        var postings = _core.Terms(field)!.Statistics.SumDocFreq;
        if (total != postings)
        {
            throw Wrong(SegmentFileKind.Columns, $"{postings} values of '{field}' as in the postings, found {total}");
        }
    }

    private void CheckIntervals(string field, IntervalColumn column)
    {
        var intervals = new Interval[column.MaxValuesPerDocument];
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            var count = column.Read(doc, intervals);
            for (var i = 0; i < count; i++)
            {
                if (intervals[i].From > intervals[i].To)
                {
                    throw Wrong(SegmentFileKind.Columns, $"intervals of '{field}' in document {doc} that end after they begin");
                }
            }
        }
    }

    private void CheckStored()
    {
        for (var record = 0; record < segment.RecordCount; record++)
        {
            _core.Stored.ReadText(record, 0, _core.Stored.TextLength(record));
            _core.Stored.Data.ReadItem(record);
        }

        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            _core.Stored.ReadValues(doc);
        }
    }

    private CorruptIndexException Wrong(SegmentFileKind kind, string detail) => _core.Input(kind).Damaged(-1, "expected " + detail);
}
