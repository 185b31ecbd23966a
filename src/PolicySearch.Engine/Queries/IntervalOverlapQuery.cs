using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents with an interval that overlaps the given one, both ends inclusive; every match scores 1. Nothing overlaps an interval whose ends are the wrong way round.</summary>
/// <param name="Field">An interval field.</param>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
public sealed record IntervalOverlapQuery(string Field, long From = long.MinValue, long To = long.MaxValue) : Query
{
    /// <summary>An interval field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    internal override void AppendTo(StringBuilder text) => NumberRangeQuery.AppendRange(text, Field, From, To);

    internal override Weight CreateWeight(in WeightContext context) => new IntervalOverlapWeight(this, context.Boost);
}
