namespace PolicySearch.Engine.Formats;

/// <summary>Records: their keys, and which documents belong to each.</summary>
/// <remarks>
/// A record's documents are numbered one after the other, and records follow each other in the same order, so one number a record is enough. A record may have no document.
/// <code>
/// body   keys: blocks of <see cref="BlockSize"/> keys by record, the last one shorter; each as <see cref="KeyCoding"/> writes it, the first of a block after an empty one
///        documents: LinearTable of the first document of each record; then the number of documents
///        places: LinearTable of the start of each block of keys (from the first); then the end
///        order: LinearTable of record numbers, sorted by key bytes, equal keys by record
/// meta   number of records varint, offset of the keys varint, the lines of the three tables
/// </code>
/// A key occurs more than once in a segment when a block was replaced before the segment was written; at most one of them is live.
/// <para>History: version 2. Version 1 had a document table of u32 (as above), starts of whole keys u64 with their end, the order u32, and the keys one after the other;
/// its meta had the number of records, the offsets of the four parts and the length of the keys.</para>
/// </remarks>
internal static class RecordsFormat
{
    public const int BlockSize = 16;

    /// <summary>Longest key in UTF-8 bytes.</summary>
    public const int MaxKeyLength = 32766;

    public static readonly FileFormat Format = new("records", 2, 1);
}
