using System.Runtime.CompilerServices;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>
/// Keeps which documents a filter matches, for filters that come again. Kept by segment, so that it survives new commits as long as the segment does, and goes
/// with it. Of a segment there are at most as many bytes as it has documents: a filter takes an eighth of that as bits, at most a quarter of those as a list.
/// Safe for use by many threads.
/// </summary>
public sealed class FilterCache
{
    private readonly ConditionalWeakTable<SegmentCore, SegmentFilters> _segments = [];

    /// <summary>What is kept of a segment.</summary>
    internal SegmentFilters Of(SegmentCore segment) => _segments.GetValue(segment, static core => new SegmentFilters(core.Postings.MaxDoc));
}
