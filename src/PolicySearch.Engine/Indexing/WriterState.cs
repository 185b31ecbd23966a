namespace PolicySearch.Engine.Indexing;

/// <summary>Whether a writer can still be used.</summary>
internal sealed class WriterState
{
    private Exception? _failure;

    public bool IsDisposed { get; set; }

    public bool HasFailed => _failure is not null;

    /// <summary>Runs a step that changes files. After a failure the files and the memory may disagree, so the writer stops; the last commit is untouched.</summary>
    public void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e)
        {
            _failure ??= e;
            throw;
        }
    }

    /// <exception cref="ObjectDisposedException">The writer is disposed.</exception>
    /// <exception cref="InvalidOperationException">A step failed before.</exception>
    public void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, typeof(IndexWriter));
        if (_failure is { } failure)
        {
            throw new InvalidOperationException($"writing failed before ({failure.Message}); dispose this writer and open another: the last commit is whole", failure);
        }
    }
}
