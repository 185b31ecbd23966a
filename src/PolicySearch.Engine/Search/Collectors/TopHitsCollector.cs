using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Collectors;

/// <summary>Keeps the best documents: score down, then segment, then document. Segments may come in any order, and so may the documents of a segment.</summary>
/// <param name="limit">How many; at least 1.</param>
/// <param name="after">Only documents that come after this one; null for all.</param>
/// <param name="shared">What other collectors of the same search, in other segments, have found; null where there are none.</param>
internal sealed class TopHitsCollector(int limit, ScoreDoc? after, SharedWorst? shared = null)
{
    private readonly HitHeap _best = new(limit);
    private SegmentPass? _pass;
    private ScoreDoc _worst;

    /// <summary>A document with a lower score cannot enter; negative while all can.</summary>
    public float Threshold { get; private set; } = -1;

    public void SetSegment(SegmentPass pass) => _pass = pass;

    /// <summary>Whether a document at or after this one, with at most this score, may enter.</summary>
    public bool CanEnter(float score, int doc) => IsBetter(score, doc) && (shared is null || !Follow(shared) || IsBetter(score, doc));

    /// <summary>Takes a document; it enters if it is live and good enough.</summary>
    public void Offer(int doc, float score)
    {
        if (!CanEnter(score, doc) || (!_pass!.Segment.LiveDocs.IsEmpty && !BitSet.Contains(_pass.Segment.LiveDocs, doc)))
        {
            return;
        }

        var hit = new ScoreDoc(_pass.Ordinal, doc, score);
        if (after is { } last && HitOrder.Compare(hit, last) <= 0)
        {
            return;
        }

        _best.Add(hit);
        if (_best.IsFull)
        {
            Raise(_best.Worst);
        }
    }

    /// <summary>Takes documents.</summary>
    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (var i = 0; i < docs.Length; i++)
        {
            if (scores[i] >= Threshold)
            {
                Offer(docs[i], scores[i]);
            }
        }
    }

    /// <summary>Adds what another collector found in other segments.</summary>
    public void Add(TopHitsCollector other)
    {
        foreach (var hit in other._best.All)
        {
            _best.Add(hit);
        }
    }

    /// <summary>The best, best first.</summary>
    public IReadOnlyList<ScoreDoc> Hits() => _best.Sorted();

    private bool IsBetter(float score, int doc) =>
        score > Threshold || (score == Threshold && (_pass!.Ordinal, doc).CompareTo((_worst.Segment, _worst.Doc)) < 0);

    /// <summary>Takes over what others have found, if that is better; false where it is not.</summary>
    private bool Follow(SharedWorst others)
    {
        if (!others.TryGet(out var worst) || (Threshold >= 0 && HitOrder.Compare(worst, _worst) >= 0))
        {
            return false;
        }

        (_worst, Threshold) = (worst, worst.Score);
        return true;
    }

    private void Raise(in ScoreDoc worst)
    {
        if (Threshold < 0 || HitOrder.Compare(worst, _worst) < 0)
        {
            (_worst, Threshold) = (worst, worst.Score);
            shared?.Offer(worst);
        }
    }
}
