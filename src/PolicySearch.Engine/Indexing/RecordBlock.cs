namespace PolicySearch.Engine.Indexing;

/// <summary>A record and its documents: added, replaced and deleted together, kept contiguous and in order by every merge.</summary>
/// <param name="Key">Unique in the index; <see cref="IndexWriter.Replace"/> and <see cref="IndexWriter.Delete"/> go by it.</param>
/// <param name="Documents">The units of search in order; may be empty.</param>
public sealed record RecordBlock(string Key, IReadOnlyList<IndexDocument> Documents)
{
    /// <summary>The record's text, stored once in compressed chunks; documents keep spans of it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What else is kept with the record: opaque bytes that are given back as they are.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }
}
