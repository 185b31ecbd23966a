namespace PolicySearch.Engine.Search.Collectors;

/// <summary>
/// What the collectors of one search, each with segments of its own, tell each other: when one of them is full, then what comes after its worst hit is not
/// among the best of all, wherever it stands. Of several such hits the best is kept. Safe for use by many threads.
/// </summary>
internal sealed class SharedWorst
{
    private volatile Box? _worst;

    /// <summary>The hit; false while no collector is full.</summary>
    public bool TryGet(out ScoreDoc worst)
    {
        var box = _worst;
        worst = box?.Hit ?? default;
        return box is not null;
    }

    /// <summary>Tells the worst hit of a full collector.</summary>
    public void Offer(in ScoreDoc hit)
    {
        var mine = new Box(hit);
        for (var seen = _worst; seen is null || HitOrder.Compare(hit, seen.Hit) < 0;)
        {
            var found = Interlocked.CompareExchange(ref _worst, mine, seen);
            if (ReferenceEquals(found, seen))
            {
                return;
            }

            seen = found;
        }
    }

    private sealed record Box(ScoreDoc Hit);
}
