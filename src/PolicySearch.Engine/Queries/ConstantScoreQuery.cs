using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>A query whose matches all score 1 (times boosts around it).</summary>
/// <param name="Query">The query.</param>
public sealed record ConstantScoreQuery(Query Query) : Query
{
    /// <summary>The query.</summary>
    public Query Query { get; init; } = QueryArguments.NotNull(Query);

    internal override void AppendTo(StringBuilder text)
    {
        text.Append("ConstantScore(");
        Query.AppendTo(text);
        text.Append(')');
    }

    internal override Weight CreateWeight(in WeightContext context) =>
        new ConstantScoreWeight(Query.CreateWeight(context with { NeedsScores = false }), context.Boost, ToString());
}
