namespace PolicySearch.Engine.Storage;

/// <summary>A file being written, from its start to its end. Disposing closes it; only <see cref="IndexDirectory.Sync"/> makes it durable.</summary>
public abstract class OutputFile : IDisposable
{
    private bool _isClosed;

    /// <summary>Appends bytes.</summary>
    public abstract void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Closes the file; again does nothing.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            Dispose(true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
