using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>What documents have to be, and must not be, beside what they are scored by. What is cheap to ask of one document is asked last; the rest is looked up as sets.</summary>
internal sealed class DocFilter
{
    private readonly List<DocPredicate> _predicates = [];
    private readonly List<DocSet> _excluded = [];

    /// <summary>All documents.</summary>
    public DocFilter()
    {
    }

    /// <summary>Only these.</summary>
    public DocFilter(DocSet set) => Set = set;

    /// <summary>What a plan says beside its scores.</summary>
    /// <param name="pass">The work on the segment.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="asked">How many documents may have to be looked at.</param>
    public DocFilter(SegmentPass pass, TopPlan plan, long asked = long.MaxValue)
    {
        foreach (var weight in plan.Filters.OrderBy(w => w.Cost(pass)))
        {
            if (weight.Predicate(pass, asked) is { } predicate)
            {
                _predicates.Add(predicate);
            }
            else
            {
                Set = weight.Matches(pass, Set);
            }
        }

        foreach (var weight in plan.Prohibited)
        {
            _excluded.Add(weight.Matches(pass, Set));
        }
    }

    /// <summary>The documents to choose from; null for all.</summary>
    public DocSet? Set { get; private set; }

    /// <summary>Whether no document can pass.</summary>
    public bool IsEmpty => Set is { IsEmpty: true };

    /// <summary>Turns the set into bits, for looking up many documents in any order.</summary>
    public void UseBits(SegmentPass pass) => Set = Set?.ToBits(pass);

    /// <summary>Whether a document passes; it is known to be in the set when <paramref name="inSet"/> says so.</summary>
    public bool Passes(int doc, bool inSet = false)
    {
        if (!inSet && Set is not null && !Set.Contains(doc))
        {
            return false;
        }

        foreach (var predicate in _predicates)
        {
            if (!predicate.Matches(doc))
            {
                return false;
            }
        }

        foreach (var set in _excluded)
        {
            if (set.Contains(doc))
            {
                return false;
            }
        }

        return true;
    }
}
