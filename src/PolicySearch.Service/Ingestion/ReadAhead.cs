namespace PolicySearch.Service.Ingestion;

/// <summary>Reads sources, several at a time, and gives them in order, which makes runs repeatable.</summary>
/// <remarks>
/// It reads ahead of whoever takes the documents by a bounded number of sources and of bytes, so that memory stays flat however slow the
/// taker is, and one slow document does not leave the other threads idle.
/// </remarks>
internal sealed class ReadAhead(SourceLoader loader, IngestionOptions options)
{
    /// <summary>Sources read ahead, for each thread.</summary>
    private const int Depth = 16;

    /// <summary>Reads <paramref name="sources"/>; those that vanish meanwhile are left out.</summary>
    public IEnumerable<LoadedSource> Load(IEnumerable<FoundSource> sources, CancellationToken cancellationToken)
    {
        var threads = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, options.Threads).ConcurrentScheduler;
        var ahead = new Queue<(Task<LoadedSource?> Task, long Size)>();
        var bytes = 0L;
        try
        {
            foreach (var source in sources)
            {
                while (ahead.Count > 0 && (ahead.Count >= options.Threads * Depth || bytes + source.Size > options.BytesAhead))
                {
                    bytes -= ahead.Peek().Size;
                    if (Take(ahead) is { } loaded)
                    {
                        yield return loaded;
                    }
                }

                cancellationToken.ThrowIfCancellationRequested();
                bytes += source.Size;
                ahead.Enqueue((Start(source, threads, cancellationToken), source.Size));
            }

            while (ahead.Count > 0)
            {
                if (Take(ahead) is { } loaded)
                {
                    yield return loaded;
                }
            }
        }
        finally
        {
            // Nobody reads on when the run is over, whichever way it ended.
            Task.WhenAll(ahead.Select(entry => entry.Task)).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    private static LoadedSource? Take(Queue<(Task<LoadedSource?> Task, long Size)> ahead) => ahead.Dequeue().Task.GetAwaiter().GetResult();

    private Task<LoadedSource?> Start(FoundSource source, TaskScheduler threads, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return loader.Load(source, cancellationToken);
        },
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        threads);
}
