using PolicySearch.Engine.Facets;
using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>What is the same in all segments of a search.</summary>
/// <param name="Options">What to search.</param>
/// <param name="Limit">Best documents to give.</param>
/// <param name="Whole">The query with all filters.</param>
/// <param name="Query">The query alone; null where no facet leaves out a filter.</param>
/// <param name="Filters">The filters by name; empty where no facet leaves out one.</param>
/// <param name="ScoresAll">Whether nothing is skipped.</param>
internal sealed record SearchPlan(SearchOptions Options, int Limit, Weight Whole, Weight? Query, IReadOnlyList<(string Name, Weight Weight)> Filters, bool ScoresAll);

/// <summary>What one thread does of a search: some of the segments, one after the other.</summary>
/// <param name="plan">The search.</param>
/// <param name="shared">What the parts of the search tell each other; null where there is one.</param>
internal sealed class SearchPart(SearchPlan plan, SharedWorst? shared)
{
    private readonly FacetPlan _facets = new(plan.Options);
    private readonly TopHitsCollector? _top = plan.Limit > 0 ? new TopHitsCollector(plan.Limit, plan.Options.After, shared) : null;
    private long _total;

    /// <summary>Searches a segment.</summary>
    public void Search(int ordinal, SegmentReader segment)
    {
        using var pass = new SegmentPass(ordinal, segment);
        var matches = _top is null ? null : CollectTop(pass, _top, plan.Options.CountTotal || _facets.OfMatches.Count > 0);
        _total += plan.Options.CountTotal ? matches?.Count ?? Count(pass, ref matches) : 0;
        if (_facets.OfMatches.Count > 0)
        {
            SearchPass.Count(pass, matches ?? SearchPass.LiveMatches(pass, plan.Whole), _facets.OfMatches);
        }

        if (plan.Query is not null)
        {
            _facets.CountOthers(pass, plan.Query, plan.Filters);
        }
    }

    /// <summary>Adds what another part found in other segments.</summary>
    public void Add(SearchPart other)
    {
        _total += other._total;
        _top?.Add(other._top!);
        _facets.Add(other._facets);
    }

    /// <summary>What was found.</summary>
    public TopDocs Result() => new(plan.Options.CountTotal ? _total : -1, _top?.Hits() ?? [], _facets.Results());

    /// <summary>Collects the best of a segment.</summary>
    /// <returns>All live matches, where they came up on the way.</returns>
    private DocSet? CollectTop(SegmentPass pass, TopHitsCollector top, bool needsMatches)
    {
        top.SetSegment(pass);
        if (plan.ScoresAll || plan.Whole.Plan() is not { } ranking)
        {
            return SearchPass.ScoreAll(pass, plan.Whole, top);
        }

        return ranking.Collect(pass, top, plan.Whole, needsMatches);
    }

    /// <summary>Counts the matches; gathers them where facets will want them anyway.</summary>
    private long Count(SegmentPass pass, ref DocSet? matches)
    {
        if (_facets.OfMatches.Count == 0)
        {
            return SearchPass.Count(pass, plan.Whole);
        }

        matches = SearchPass.LiveMatches(pass, plan.Whole);
        return matches.Count;
    }
}
