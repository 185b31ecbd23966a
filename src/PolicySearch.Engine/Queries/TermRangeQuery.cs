using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term in a range, in the order of UTF-8 bytes; null leaves an end open; every match scores 1.</summary>
/// <param name="Field">A text or keyword field.</param>
/// <param name="From">Lower end; null for the first term.</param>
/// <param name="To">Upper end; null for the last term.</param>
/// <param name="IncludeFrom">Whether the lower end itself is in the range.</param>
/// <param name="IncludeTo">Whether the upper end itself is in the range.</param>
public sealed record TermRangeQuery(string Field, string? From, string? To, bool IncludeFrom = true, bool IncludeTo = true) : Query
{
    /// <summary>A text or keyword field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    internal override void AppendTo(StringBuilder text) =>
        text.Append(Field).Append(':')
            .Append(IncludeFrom || From is null ? '[' : '{').Append(From ?? "*")
            .Append(" TO ")
            .Append(To ?? "*").Append(IncludeTo || To is null ? ']' : '}');

    internal override Weight CreateWeight(in WeightContext context) => new TermRangeWeight(this, context.Boost);
}
