using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Collectors;

/// <summary>Takes the documents that a query matches, segment by segment, in ascending order.</summary>
internal abstract class Collector
{
    /// <summary>Whether <see cref="Collect"/> needs scores.</summary>
    public virtual bool NeedsScores => false;

    /// <summary>Begins a segment.</summary>
    /// <param name="ordinal">Its place in the reader.</param>
    /// <param name="segment">The segment.</param>
    public abstract void SetSegment(int ordinal, SegmentReader segment);

    /// <summary>Takes the next documents of the segment.</summary>
    /// <param name="docs">Document numbers, ascending.</param>
    /// <param name="scores">Their scores; empty when no collector needs them.</param>
    public abstract void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores);
}
