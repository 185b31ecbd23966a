using PolicySearch.Engine.Search.Weights;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Collectors;

/// <summary>Runs a query over all segments of a reader and hands what it finds to collectors.</summary>
internal static class SearchPass
{
    private const int BatchSize = 256;

    /// <summary>Runs it.</summary>
    /// <returns>Number of live documents that match.</returns>
    public static long Run(IndexReader reader, Weight weight, IReadOnlyList<Collector> collectors)
    {
        Span<int> docs = stackalloc int[BatchSize];
        Span<float> scores = stackalloc float[collectors.Any(c => c.NeedsScores) ? BatchSize : 0];
        long total = 0;
        for (var ordinal = 0; ordinal < reader.Segments.Count; ordinal++)
        {
            var segment = reader.Segments[ordinal];
            if (weight.Scorer(segment) is not { } scorer)
            {
                continue;
            }

            foreach (var collector in collectors)
            {
                collector.SetSegment(ordinal, segment);
            }

            var liveDocs = segment.LiveDocs;
            int count;
            do
            {
                count = scorer.NextBatch(liveDocs, docs, scores);
                total += count;
                foreach (var collector in collectors)
                {
                    collector.Collect(docs[..count], scores.IsEmpty ? scores : scores[..count]);
                }
            }
            while (count == BatchSize);
        }

        return total;
    }

    /// <summary>The number of live documents that match, from the dictionary alone where that is enough.</summary>
    public static long Count(IndexReader reader, Weight weight)
    {
        long total = 0;
        Span<int> docs = stackalloc int[BatchSize];
        foreach (var segment in reader.Segments)
        {
            var known = weight.TryCount(segment);
            if (known >= 0)
            {
                total += known;
                continue;
            }

            if (weight.Scorer(segment) is not { } scorer)
            {
                continue;
            }

            int count;
            do
            {
                count = scorer.NextBatch(segment.LiveDocs, docs, scores: []);
                total += count;
            }
            while (count == BatchSize);
        }

        return total;
    }
}
