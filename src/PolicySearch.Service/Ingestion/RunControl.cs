namespace PolicySearch.Service.Ingestion;

/// <summary>Stops runs from outside: one, or all until they may go on. Safe for use by many threads.</summary>
internal sealed class RunControl
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _current;

    /// <summary>Whether no run may begin.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Begins a run that can be stopped; its end is <see cref="End"/>.</summary>
    /// <exception cref="IngestionException">Ingestion is paused.</exception>
    public CancellationToken Begin(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (IsPaused)
            {
                throw new IngestionException("ingestion is paused; resume it first");
            }

            _current = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            return _current.Token;
        }
    }

    /// <summary>The run is over.</summary>
    public void End()
    {
        lock (_gate)
        {
            _current?.Dispose();
            _current = null;
        }
    }

    /// <summary>Stops the run under way, and lets none begin until <see cref="Resume"/>.</summary>
    public void Pause()
    {
        lock (_gate)
        {
            IsPaused = true;
            _current?.Cancel();
        }
    }

    /// <summary>Lets runs begin again.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            IsPaused = false;
        }
    }

    /// <summary>Stops the run under way.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel()
    {
        lock (_gate)
        {
            _current?.Cancel();
            return _current is not null;
        }
    }
}
