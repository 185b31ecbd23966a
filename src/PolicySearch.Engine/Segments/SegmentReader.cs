namespace PolicySearch.Engine.Segments;

/// <summary>Where a record stands.</summary>
/// <param name="Segment">Its segment.</param>
/// <param name="Record">Number of the record in the segment, from 0.</param>
public readonly record struct RecordAddress(SegmentReader Segment, int Record);

/// <summary>One segment of an <see cref="IndexReader"/>. Document numbers run from 0 to <see cref="MaxDoc"/> - 1 and belong to this segment. Use it only under the reader's lease.</summary>
public sealed class SegmentReader
{
    /// <summary>The segment's name.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>Documents in it, deleted ones too.</summary>
    public int MaxDoc => throw new NotImplementedException();

    /// <summary>Documents in it that are not deleted.</summary>
    public int NumDocs => throw new NotImplementedException();

    /// <summary>Records in it, deleted ones too.</summary>
    public int RecordCount => throw new NotImplementedException();

    /// <summary>A bit for each document, set where it is live; empty where none is deleted.</summary>
    public ReadOnlySpan<ulong> LiveDocs => throw new NotImplementedException();

    /// <summary>Whether the document is not deleted.</summary>
    public bool IsLive(int doc) => throw new NotImplementedException();

    /// <summary>Terms of a text or keyword field; null where the segment has none.</summary>
    public TermsReader? Terms(string field) => throw new NotImplementedException();

    /// <summary>One byte a document for a text field: the length as Lucene's SmallFloat.intToByte4 keeps it; empty where the segment has none.</summary>
    public ReadOnlySpan<byte> Norms(string field) => throw new NotImplementedException();

    /// <summary>The column of a number field; null where the segment has none.</summary>
    public NumberColumn? Numbers(string field) => throw new NotImplementedException();

    /// <summary>The column of a keyword field; null where the segment has none.</summary>
    public KeywordColumn? Keywords(string field) => throw new NotImplementedException();

    /// <summary>The column of an interval field; null where the segment has none.</summary>
    public IntervalColumn? Intervals(string field) => throw new NotImplementedException();

    /// <summary>The values of a stored field of a document, in the order in which they were added.</summary>
    public IReadOnlyList<byte[]> Stored(int doc, string field) => throw new NotImplementedException();

    /// <summary>The record to which a document belongs.</summary>
    public int RecordOf(int doc) => throw new NotImplementedException();

    /// <summary>First document of a record, and one past its last.</summary>
    public (int Start, int End) DocumentsOf(int record) => throw new NotImplementedException();

    /// <summary>Whether the record is not deleted.</summary>
    public bool IsRecordLive(int record) => throw new NotImplementedException();

    /// <summary>A record's key.</summary>
    public string RecordKey(int record) => throw new NotImplementedException();

    /// <summary>A record's opaque bytes.</summary>
    public byte[] RecordData(int record) => throw new NotImplementedException();

    /// <summary>Number of UTF-16 code units of a record's text.</summary>
    public int RecordTextLength(int record) => throw new NotImplementedException();

    /// <summary>A part of a record's text; only the chunks that hold it are read.</summary>
    public string RecordText(int record, int start, int end) => throw new NotImplementedException();
}
