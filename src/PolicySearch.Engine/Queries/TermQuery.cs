using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term; <paramref name="Term"/> is taken as it is, not analysed.</summary>
/// <param name="Field">A text or keyword field.</param>
/// <param name="Term">The term as it stands in the index.</param>
public sealed record TermQuery(string Field, string Term) : Query
{
    /// <summary>A text or keyword field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    /// <summary>The term as it stands in the index.</summary>
    public string Term { get; init; } = QueryArguments.NotNull(Term);

    internal override void AppendTo(StringBuilder text) => text.Append(Field).Append(':').Append(Term);

    internal override Weight CreateWeight(in WeightContext context) => new TermWeight(this, context);
}
