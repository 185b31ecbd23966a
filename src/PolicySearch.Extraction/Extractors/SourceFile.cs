namespace PolicySearch.Extraction.Extractors;

/// <summary>The bytes of a source, and what is known of it before it is read.</summary>
/// <param name="Name">The file's name or path, for its ending and for messages only; the content decides the type.</param>
/// <param name="Content">All bytes.</param>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);
