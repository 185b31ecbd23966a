using System.Text;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>Where a record stands.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Record">Number of the record in the segment, from 0.</param>
public readonly record struct RecordAddress(SegmentReader Segment, int Record);

/// <summary>One segment of an <see cref="IndexReader"/>. Document numbers run from 0 to <see cref="MaxDoc"/> - 1 and belong to this segment. Use it only under the reader's lease.</summary>
public sealed class SegmentReader
{
    private readonly LiveRecords? _liveRecords;
    private readonly ulong[] _liveDocs;

    /// <param name="info">What the commit says of it.</param>
    /// <param name="core">Its files; the caller's reference passes to this reader.</param>
    /// <param name="liveRecords">Null where none is deleted.</param>
    internal SegmentReader(SegmentInfo info, SegmentCore core, LiveRecords? liveRecords)
    {
        Info = info;
        Core = core;
        _liveRecords = liveRecords;
        _liveDocs = liveRecords is null ? [] : ToDocuments(liveRecords);
        NumDocs = _liveDocs.Length == 0 ? info.MaxDoc : BitSet.Count(_liveDocs);
    }

    /// <summary>The segment's name.</summary>
    public string Name => Info.Name;

    /// <summary>Documents in it, deleted ones too.</summary>
    public int MaxDoc => Info.MaxDoc;

    /// <summary>Documents in it that are not deleted.</summary>
    public int NumDocs { get; }

    /// <summary>Records in it, deleted ones too.</summary>
    public int RecordCount => Info.RecordCount;

    /// <summary>A bit for each document, set where it is live; empty where none is deleted.</summary>
    public ReadOnlySpan<ulong> LiveDocs => _liveDocs;

    internal SegmentInfo Info { get; }

    internal SegmentCore Core { get; }

    internal LiveRecords? LiveRecords => _liveRecords;

    /// <summary>Whether the document is not deleted.</summary>
    public bool IsLive(int doc)
    {
        ColumnBounds.Check(doc, MaxDoc);
        return _liveDocs.Length == 0 || BitSet.Contains(_liveDocs, doc);
    }

    /// <summary>Terms of a text or keyword field; null where the segment has none.</summary>
    public TermsReader? Terms(string field) => Core.Terms(field);

    /// <summary>One byte a document for a text field: the length as Lucene's SmallFloat.intToByte4 keeps it (see <see cref="NormEncoding"/>); empty where the segment has none.</summary>
    public ReadOnlySpan<byte> Norms(string field) => Core.Norms.Read(field);

    /// <summary>The column of a number field; null where the segment has none.</summary>
    public NumberColumn? Numbers(string field) => Core.Columns.Numbers.GetValueOrDefault(field);

    /// <summary>The column of a keyword field; null where the segment has none.</summary>
    public KeywordColumn? Keywords(string field) => Core.Columns.Keywords.GetValueOrDefault(field);

    /// <summary>The column of an interval field; null where the segment has none.</summary>
    public IntervalColumn? Intervals(string field) => Core.Columns.Intervals.GetValueOrDefault(field);

    /// <summary>The values of a stored field of a document, in the order in which they were added.</summary>
    public IReadOnlyList<byte[]> Stored(int doc, string field)
    {
        ColumnBounds.Check(doc, MaxDoc);
        var values = Core.Stored.ReadValues(doc);
        var found = new List<byte[]>(values.Count);
        foreach (var (name, value) in values)
        {
            if (name == field)
            {
                found.Add(value);
            }
        }

        return found;
    }

    /// <summary>The record to which a document belongs.</summary>
    public int RecordOf(int doc)
    {
        ColumnBounds.Check(doc, MaxDoc);
        return Core.Records.RecordOf(doc);
    }

    /// <summary>First document of a record, and one past its last.</summary>
    public (int Start, int End) DocumentsOf(int record) => Core.Records.Documents(record);

    /// <summary>Whether the record is not deleted.</summary>
    public bool IsRecordLive(int record)
    {
        ColumnBounds.Check(record, RecordCount);
        return _liveRecords is null || _liveRecords.IsLive(record);
    }

    /// <summary>A record's key.</summary>
    public string RecordKey(int record) => Encoding.UTF8.GetString(Core.Records.Key(record));

    /// <summary>A record's opaque bytes.</summary>
    public byte[] RecordData(int record) => Core.Stored.Data.ReadItem(record);

    /// <summary>Number of UTF-16 code units of a record's text.</summary>
    public int RecordTextLength(int record) => Core.Stored.TextLength(record);

    /// <summary>A part of a record's text; only the chunks that hold it are read.</summary>
    public string RecordText(int record, int start, int end) => Core.Stored.ReadText(record, start, end);

    private ulong[] ToDocuments(LiveRecords liveRecords)
    {
        var docs = LiveRecords.All(MaxDoc);
        for (var record = 0; record < RecordCount; record++)
        {
            if (liveRecords.IsLive(record))
            {
                continue;
            }

            var (start, end) = DocumentsOf(record);
            for (var doc = start; doc < end; doc++)
            {
                docs.Delete(doc);
            }
        }

        return docs.Words.ToArray();
    }
}
