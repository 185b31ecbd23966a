namespace PolicySearch.Service.Ingestion;

/// <summary>Works on several items at a time and gives the results in order.</summary>
internal static class LookAhead
{
    private const int Workers = 2;

    /// <summary>The results of <paramref name="work"/>, in the order of the items; null ones are left out.</summary>
    public static IEnumerable<TResult> Select<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult?> work, CancellationToken cancellationToken)
        where TResult : class
    {
        // A short queue keeps the workers busy and memory bounded; order makes runs repeatable.
        var ahead = new Queue<Task<TResult?>>();
        try
        {
            foreach (var item in items)
            {
                while (ahead.Count >= Workers)
                {
                    if (ahead.Dequeue().GetAwaiter().GetResult() is { } done)
                    {
                        yield return done;
                    }
                }

                cancellationToken.ThrowIfCancellationRequested();
                ahead.Enqueue(Task.Run(() => work(item), CancellationToken.None));
            }

            while (ahead.TryDequeue(out var task))
            {
                if (task.GetAwaiter().GetResult() is { } done)
                {
                    yield return done;
                }
            }
        }
        finally
        {
            Task.WhenAll(ahead).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }
}
