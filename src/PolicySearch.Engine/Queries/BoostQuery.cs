using System.Globalization;
using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>A query whose scores are multiplied.</summary>
/// <param name="Query">The query.</param>
/// <param name="Boost">Factor; finite, 0 or more.</param>
public sealed record BoostQuery(Query Query, float Boost) : Query
{
    /// <summary>Boosts do not multiply to more: scores, and the sums of as many as a query has clauses, stay finite, so that documents have an order.</summary>
    private const float MaxBoost = 1e30f;

    /// <summary>The query.</summary>
    public Query Query { get; init; } = QueryArguments.NotNull(Query);

    /// <summary>Factor; finite, 0 or more.</summary>
    public float Boost { get; init; } = QueryArguments.Boost(Boost);

    internal override void AppendTo(StringBuilder text)
    {
        text.Append('(');
        Query.AppendTo(text);
        text.Append(")^").Append(Boost.ToString("0.0######", CultureInfo.InvariantCulture));
    }

    internal override Weight CreateWeight(in WeightContext context) => Query.CreateWeight(context with { Boost = Math.Min(context.Boost * Boost, MaxBoost) });
}
