namespace PolicySearch.Service.Ingestion;

/// <summary>Works on several items at a time and gives the results in order, which makes runs repeatable.</summary>
/// <remarks>
/// It works ahead of whoever takes the results by a bounded number of items and of bytes, so that memory stays flat however slow the taker is,
/// and one slow item does not leave the other threads idle.
/// </remarks>
/// <param name="threads">Items that are worked on at the same time.</param>
/// <param name="bytesAhead">Bytes of items that are taken at most, one item at least.</param>
internal sealed class LookAhead(int threads, long bytesAhead)
{
    /// <summary>Items taken ahead, for each thread.</summary>
    private const int Depth = 16;

    /// <summary>The results of <paramref name="work"/>, in the order of the items; null ones are left out.</summary>
    /// <param name="items">The items.</param>
    /// <param name="size">An item's bytes.</param>
    /// <param name="work">What is done with each, on several threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<TResult> Select<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, long> size, Func<TItem, TResult?> work, CancellationToken cancellationToken)
        where TResult : class
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var ahead = new Queue<(Task<TResult?> Task, long Size)>();
        var bytes = 0L;
        try
        {
            foreach (var item in items)
            {
                var next = size(item);
                while (ahead.Count > 0 && (ahead.Count >= threads * Depth || bytes + next > bytesAhead))
                {
                    bytes -= ahead.Peek().Size;
                    if (ahead.Dequeue().Task.GetAwaiter().GetResult() is { } done)
                    {
                        yield return done;
                    }
                }

                cancellationToken.ThrowIfCancellationRequested();
                bytes += next;
                ahead.Enqueue((Start(item, work, scheduler, cancellationToken), next));
            }

            while (ahead.TryDequeue(out var last))
            {
                if (last.Task.GetAwaiter().GetResult() is { } done)
                {
                    yield return done;
                }
            }
        }
        finally
        {
            // Nobody works on when the taker is done, whichever way it ended.
            Task.WhenAll(ahead.Select(entry => entry.Task)).ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    private static Task<TResult?> Start<TItem, TResult>(TItem item, Func<TItem, TResult?> work, TaskScheduler scheduler, CancellationToken cancellationToken)
        where TResult : class => Task.Factory.StartNew(
        () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return work(item);
        },
        CancellationToken.None,
        TaskCreationOptions.DenyChildAttach,
        scheduler);
}
