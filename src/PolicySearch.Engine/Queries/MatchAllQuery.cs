using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>All documents, each with the score 1.</summary>
public sealed record MatchAllQuery : Query
{
    internal override void AppendTo(StringBuilder text) => text.Append("*:*");

    internal override Weight CreateWeight(in WeightContext context) => new MatchAllWeight(context.Boost);
}
