using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Collectors;

/// <summary>Keeps the best documents: score down, then segment, then document.</summary>
/// <param name="limit">How many; at least 1.</param>
/// <param name="after">Only documents that come after this one; null for all.</param>
internal sealed class TopHitsCollector(int limit, ScoreDoc? after) : Collector
{
    // The worst of the best is taken out first: lowest score, then the one that came last.
    private readonly PriorityQueue<ScoreDoc, ScoreDoc> _best = new(Comparer<ScoreDoc>.Create((x, y) => HitOrder.Compare(y, x)));
    private int _segment;
    private float _worst;

    public override bool NeedsScores => true;

    public override void SetSegment(int ordinal, SegmentReader segment) => _segment = ordinal;

    public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            // Documents come in order, so one that only equals the worst comes after it.
            if (_best.Count < limit || scores[i] > _worst)
            {
                Offer(new ScoreDoc(_segment, docs[i], scores[i]));
            }
        }
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<ScoreDoc> Hits()
    {
        var hits = new ScoreDoc[_best.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = _best.Dequeue();
        }

        return hits;
    }

    private void Offer(ScoreDoc hit)
    {
        if (after is { } last && HitOrder.Compare(hit, last) <= 0)
        {
            return;
        }

        if (_best.Count < limit)
        {
            _best.Enqueue(hit, hit);
        }
        else
        {
            _best.EnqueueDequeue(hit, hit);
        }

        _worst = _best.Peek().Score;
    }
}
