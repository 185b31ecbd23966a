using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents whose number lies in a range, both ends inclusive; every match scores 1. Nothing lies in a range whose ends are the wrong way round.</summary>
/// <param name="Field">A number field.</param>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
public sealed record NumberRangeQuery(string Field, long From = long.MinValue, long To = long.MaxValue) : Query
{
    /// <summary>A number field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    internal override void AppendTo(StringBuilder text) => AppendRange(text, Field, From, To);

    internal override Weight CreateWeight(in WeightContext context) => new NumberRangeWeight(this, context.Boost);

    internal static void AppendRange(StringBuilder text, string field, long from, long to) =>
        text.Append(field).Append(":[")
            .Append(from == long.MinValue ? "*" : from.ToString())
            .Append(" TO ")
            .Append(to == long.MaxValue ? "*" : to.ToString())
            .Append(']');
}
