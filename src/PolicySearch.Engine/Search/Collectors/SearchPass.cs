using PolicySearch.Engine.Facets;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Search.Collectors;

/// <summary>What is done with a query in one segment.</summary>
internal static class SearchPass
{
    private const int BatchSize = 256;

    /// <summary>Scores every match and hands it to the collector; skips nothing.</summary>
    /// <returns>The live matches.</returns>
    public static DocSet ScoreAll(SegmentPass pass, Weight weight, TopHitsCollector top)
    {
        if (weight.Scorer(pass.Segment) is not { } scorer)
        {
            return DocSet.Empty;
        }

        Span<int> docs = stackalloc int[BatchSize];
        Span<float> scores = stackalloc float[BatchSize];
        var matches = pass.RentBits();
        top.SetSegment(pass);
        int count;
        do
        {
            count = scorer.NextBatch(pass.Segment.LiveDocs, docs, scores);
            top.Collect(docs[..count], scores[..count]);
            foreach (var doc in docs[..count])
            {
                BitSet.Add(matches, doc);
            }
        }
        while (count == BatchSize);
        return DocSet.OfBits(matches, pass.Words);
    }

    /// <summary>The number of live documents that match, from the dictionary alone where that is enough.</summary>
    public static long Count(SegmentPass pass, Weight weight)
    {
        var known = weight.TryCount(pass.Segment);
        return known >= 0 ? known : LiveMatches(pass, weight).Count;
    }

    /// <summary>The live documents that match.</summary>
    public static DocSet LiveMatches(SegmentPass pass, Weight weight) => weight.Matches(pass, within: null).Live(pass.Segment.LiveDocs, pass);

    /// <summary>Counts the documents' facets.</summary>
    public static void Count(SegmentPass pass, DocSet docs, IReadOnlyCollection<FacetCounter> counters)
    {
        if (counters.Count == 0 || docs.IsEmpty)
        {
            return;
        }

        List<FacetCounter> byDocument = [];
        DocRanks? ranks = null;

        // A stretch takes about as long as a document, but all stretches are counted.
        var few = pass.Words / 2;
        foreach (var counter in counters)
        {
            counter.SetSegment(pass.Segment, docs.Count);
            if (docs.Count > few && counter.Runs is { } runs && docs.Count > runs.Count)
            {
                counter.Count(ranks ??= docs.Ranks(pass));
            }
            else
            {
                byDocument.Add(counter);
            }
        }

        CountByDocument(docs, byDocument, pass.Path);
        foreach (var counter in counters)
        {
            counter.FinishSegment();
        }
    }

    private static void CountByDocument(DocSet docs, List<FacetCounter> counters, VectorPath path)
    {
        if (counters.Count == 0)
        {
            return;
        }

        Span<int> batch = stackalloc int[FacetCounter.BatchSize];
        var from = 0;
        for (var read = docs.Read(ref from, batch, path); read > 0; read = docs.Read(ref from, batch, path))
        {
            foreach (var counter in counters)
            {
                counter.Count(batch[..read]);
            }
        }
    }
}
