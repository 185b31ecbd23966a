namespace PolicySearch.Engine.Search;

/// <summary>
/// How many threads all searches of a program use together. Every search has its own thread; one over several segments takes those that are
/// idle for the other segments. So one search alone is quicker, and many at once do not stand in each other's way.
/// </summary>
/// <param name="count">Threads; at least 1.</param>
public sealed class SearchThreads(int count)
{
    private readonly int _count = count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, $"{count} threads; use 1 or more");
    private int _busy;

    /// <summary>One for each processor.</summary>
    public static SearchThreads OfMachine { get; } = new(Environment.ProcessorCount);

    /// <summary>Takes a thread for a search, whether one is idle or not, and more as far as they are idle.</summary>
    /// <param name="wanted">Most that the search can use; at least 1.</param>
    /// <returns>How many; to be given back.</returns>
    internal int Take(int wanted)
    {
        while (true)
        {
            var busy = Volatile.Read(ref _busy);
            var taken = Math.Clamp(_count - busy, 1, wanted);
            if (Interlocked.CompareExchange(ref _busy, busy + taken, busy) == busy)
            {
                return taken;
            }
        }
    }

    /// <summary>Gives them back.</summary>
    internal void Return(int taken) => Interlocked.Add(ref _busy, -taken);
}
