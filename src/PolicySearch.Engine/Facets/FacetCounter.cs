using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts the documents it is given for each value of a facet.</summary>
internal abstract class FacetCounter
{
    /// <summary>Most documents that are counted at once.</summary>
    public const int BatchSize = 512;

    /// <summary>Begins a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="expected">How many documents will come.</param>
    public abstract void SetSegment(SegmentReader segment, int expected);

    /// <summary>Counts documents of the segment.</summary>
    /// <param name="docs">Ascending, at most <see cref="BatchSize"/>.</param>
    public abstract void Count(ReadOnlySpan<int> docs);

    /// <summary>The stretches by which many documents of the segment are counted at once; null where there are none.</summary>
    public virtual ColumnRuns? Runs => null;

    /// <summary>Counts all documents of the segment by <see cref="Runs"/>.</summary>
    public virtual void Count(DocRanks docs) => throw new NotSupportedException("this facet has no stretches to count by");

    /// <summary>Ends the segment.</summary>
    public abstract void FinishSegment();

    /// <summary>Adds what a counter of the same facet counted in other segments.</summary>
    public abstract void Add(FacetCounter other);

    /// <summary>The counts, in the order of the answer.</summary>
    public abstract IReadOnlyList<FacetCount> Counts();

    public static FacetCounter For(FacetRequest request) => request switch
    {
        KeywordFacetRequest keyword => new KeywordFacetCounter(keyword.Field, keyword.Limit),
        IntervalFacetRequest interval => new IntervalFacetCounter(interval.Fields, interval.MaxSpan),
        NumberFacetRequest number => new NumberFacetCounter(number.Field),
        _ => throw new ArgumentException($"facet '{request.Name}' is of an unknown kind; use a keyword, interval or number facet", nameof(request)),
    };
}
