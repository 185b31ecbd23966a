namespace PolicySearch.Engine.Formats;

/// <summary>What is kept to be given back: the texts of records, their opaque data, and the stored values of documents.</summary>
/// <remarks>
/// Three streams of bytes: texts (UTF-16, little-endian), data, and values. Each is cut into chunks of at most <see cref="ChunkBytes"/> bytes that are compressed alone, so that a merge
/// can take them as they are; an item may begin and end in any chunk.
/// <code>
/// body   chunks of the streams in any order; each: encoding u8, bytes
///          0 as it is; 1 Brotli; 2 Brotli of the text in UTF-8 (only where that loses nothing)
///        tables, for each stream: LinearTables of the start of each chunk in the stream, then the stream's length; of the place of each chunk, from an offset in meta;
///          of the bytes it takes; of each item's start in the stream, then the stream's length
///        values of a document, one after the other: number of the field varint, length varint, bytes
/// meta   number of fields varint, their names
///        for each stream: its length varint, number of chunks varint, number of items varint, offset of the places varint, the lines of the four tables
/// </code>
/// The items of texts and data are the records, those of values the documents.
/// <para>History: version 2. In version 1 every chunk but the last had <see cref="ChunkBytes"/> bytes; its tables were place of each chunk u64 and its length u32, and
/// each item's start u64 with the end; its meta had for each stream the length, the number of chunks, the offset of their table, the number of items and the offset of theirs.</para>
/// </remarks>
internal static class StoredFormat
{
    /// <summary>Most bytes of a stream in one chunk: 16,384 UTF-16 code units of text.</summary>
    public const int ChunkBytes = 32768;

    public const byte AsIs = 0;
    public const byte Brotli = 1;
    public const byte BrotliUtf8 = 2;

    /// <summary>Bytes of a chunk's line in the table of version 1.</summary>
    public const int ChunkEntryOfVersion1 = 12;

    public static readonly FileFormat Format = new("stored", 2, 1);
}
