namespace PolicySearch.Testing.Fuzzing;

/// <summary>A source's name and bytes.</summary>
/// <param name="Name">File name with its ending.</param>
/// <param name="Content">All its bytes.</param>
public sealed record FuzzedSource(string Name, ReadOnlyMemory<byte> Content);
