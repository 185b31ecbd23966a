namespace PolicySearch.Engine.Search.Collectors;

/// <summary>The best hits so far, the worst of them at hand: a binary heap.</summary>
/// <param name="limit">How many are kept.</param>
internal sealed class HitHeap(int limit)
{
    private const int FirstCapacity = 16;

    private ScoreDoc[] _hits = new ScoreDoc[Math.Min(limit, FirstCapacity)];

    public int Count { get; private set; }

    public bool IsFull => Count == limit;

    /// <summary>The worst; there is one.</summary>
    public ScoreDoc Worst => _hits[0];

    /// <summary>The hits in no order.</summary>
    public ReadOnlySpan<ScoreDoc> All => _hits.AsSpan(0, Count);

    /// <summary>Adds a hit; where there are enough, the worst goes, which may be this one.</summary>
    public void Add(in ScoreDoc hit)
    {
        if (!IsFull)
        {
            Rise(hit);
        }
        else if (HitOrder.Compare(hit, Worst) < 0)
        {
            Sink(hit);
        }
    }

    /// <summary>The hits, best first.</summary>
    public ScoreDoc[] Sorted()
    {
        var hits = All.ToArray();
        Array.Sort(hits, static (x, y) => HitOrder.Compare(x, y));
        return hits;
    }

    private void Rise(in ScoreDoc hit)
    {
        if (Count == _hits.Length)
        {
            Array.Resize(ref _hits, Math.Min(limit, 2 * Count));
        }

        var at = Count++;
        for (var parent = (at - 1) / 2; at > 0 && HitOrder.Compare(_hits[parent], hit) < 0; parent = (at - 1) / 2)
        {
            _hits[at] = _hits[parent];
            at = parent;
        }

        _hits[at] = hit;
    }

    /// <summary>Puts a hit in the place of the worst.</summary>
    private void Sink(in ScoreDoc hit)
    {
        var hits = _hits.AsSpan(0, Count);
        var at = 0;
        for (var child = 1; child < hits.Length; child = (2 * at) + 1)
        {
            child += child + 1 < hits.Length && HitOrder.Compare(hits[child + 1], hits[child]) > 0 ? 1 : 0;
            if (HitOrder.Compare(hits[child], hit) <= 0)
            {
                break;
            }

            hits[at] = hits[child];
            at = child;
        }

        hits[at] = hit;
    }
}
