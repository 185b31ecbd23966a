namespace PolicySearch.Engine.Formats;

/// <summary>What is kept to be given back: the texts of records, their opaque data, and the stored values of documents.</summary>
/// <remarks>
/// Three streams of bytes: texts (UTF-16, little-endian), data, and values. Each is cut into chunks of <see cref="ChunkBytes"/> bytes (the last one shorter) that are compressed alone;
/// an item may begin and end in any chunk.
/// <code>
/// body   chunks of the streams in any order; each: encoding u8, bytes
///          0 as it is; 1 Brotli; 2 Brotli of the text in UTF-8 (only where that loses nothing)
///        tables, for each stream: place of each chunk u64, its length u32; and for each item its start in the stream u64, then the end u64
///        values of a document, one after the other: number of the field varint, length varint, bytes
/// meta   number of fields varint, their names
///        for each stream: its length varint, number of chunks varint, offset of the chunk table varint, number of items varint, offset of the item table varint
/// </code>
/// The items of texts and data are the records, those of values the documents.
/// <para>History: version 1.</para>
/// </remarks>
internal static class StoredFormat
{
    /// <summary>Bytes of a stream in one chunk: 16,384 UTF-16 code units of text.</summary>
    public const int ChunkBytes = 32768;

    public const byte AsIs = 0;
    public const byte Brotli = 1;
    public const byte BrotliUtf8 = 2;
    public const int ChunkEntry = 12;

    public static readonly FileFormat Format = new("stored", 1, 1);
}
