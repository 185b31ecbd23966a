namespace PolicySearch.Engine;

/// <summary>An index that cannot be opened, read or written as asked. The message says what to do.</summary>
public abstract class IndexException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>There is no commit in the directory.</summary>
public sealed class IndexNotFoundException(string message) : IndexException(message);

/// <summary>The lock is held by another writer.</summary>
public sealed class LockFailedException(string message) : IndexException(message);

/// <summary>The index was made with another schema or analyzer.</summary>
public sealed class SchemaMismatchException(string message) : IndexException(message);

/// <summary>A file was written by a version of this library that is no longer, or not yet, readable here.</summary>
public sealed class IndexVersionException(string message) : IndexException(message);

/// <summary>A file is damaged: what was found is not what was written.</summary>
public sealed class CorruptIndexException : IndexException
{
    /// <summary>Creates it.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="offset">Byte offset at which it was noticed; -1 where there is none.</param>
    /// <param name="detail">What was expected and what was found.</param>
    public CorruptIndexException(string file, long offset, string detail)
        : base(offset < 0 ? $"{file}: {detail}" : $"{file} at byte {offset}: {detail}")
    {
        File = file;
        Offset = offset;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>Byte offset at which it was noticed; -1 where there is none.</summary>
    public long Offset { get; }
}
