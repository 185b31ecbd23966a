namespace PolicySearch.Engine.Storage;

/// <summary>A flat set of files, written once and mapped into memory. Two kinds: <c>FileSystemDirectory</c> and <c>MemoryDirectory</c>; tests add one that fails on purpose.</summary>
public abstract class IndexDirectory
{
}
