using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query
{
    internal override void AppendTo(StringBuilder text) => text.Append("MatchNoDocsQuery(\"\")");

    internal override Weight CreateWeight(in WeightContext context) => new MatchNoneWeight();
}
