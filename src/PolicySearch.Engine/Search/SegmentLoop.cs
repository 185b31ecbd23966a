using System.Runtime.ExceptionServices;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>Searches the segments of a reader: one after the other, or with idle threads the largest first.</summary>
internal static class SegmentLoop
{
    /// <summary>In a smaller segment a search takes less time than to wake a thread for it.</summary>
    public const int LeastDocs = 1 << 16;

    public static SearchPart Run(SearchPlan plan, IReadOnlyList<SegmentReader> segments, SearchThreads? threads, int leastDocs)
    {
        var useful = threads is null ? 1 : segments.Count(segment => segment.MaxDoc >= leastDocs);
        if (useful <= 1)
        {
            return InOrder(plan, segments);
        }

        var taken = threads!.Take(useful);
        try
        {
            return taken == 1 ? InOrder(plan, segments) : Together(plan, segments, taken);
        }
        finally
        {
            threads.Return(taken);
        }
    }

    private static SearchPart InOrder(SearchPlan plan, IReadOnlyList<SegmentReader> segments)
    {
        var part = new SearchPart(plan, shared: null);
        for (var ordinal = 0; ordinal < segments.Count; ordinal++)
        {
            part.Search(ordinal, segments[ordinal]);
        }

        return part;
    }

    /// <summary>Ends when all threads have ended, also after an error: the caller may close the reader then.</summary>
    private static SearchPart Together(SearchPlan plan, IReadOnlyList<SegmentReader> segments, int threads)
    {
        int[] order = [.. Enumerable.Range(0, segments.Count).OrderByDescending(ordinal => segments[ordinal].MaxDoc)];
        var shared = new SharedWorst();
        SearchPart[] parts = [.. Enumerable.Range(0, threads).Select(_ => new SearchPart(plan, shared))];
        var next = -1;
        try
        {
            Parallel.ForEach(parts, part =>
            {
                for (var at = Interlocked.Increment(ref next); at < order.Length; at = Interlocked.Increment(ref next))
                {
                    part.Search(order[at], segments[order[at]]);
                }
            });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        foreach (var part in parts.AsSpan(1))
        {
            parts[0].Add(part);
        }

        return parts[0];
    }
}
