using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term that begins so; every match scores 1.</summary>
/// <param name="Field">A text or keyword field.</param>
/// <param name="Prefix">The beginning, as terms stand in the index; empty for any term of the field.</param>
public sealed record PrefixQuery(string Field, string Prefix) : Query
{
    /// <summary>A text or keyword field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    /// <summary>The beginning, as terms stand in the index; empty for any term of the field.</summary>
    public string Prefix { get; init; } = QueryArguments.NotNull(Prefix);

    internal override void AppendTo(StringBuilder text) => text.Append(Field).Append(':').Append(Prefix).Append('*');

    internal override Weight CreateWeight(in WeightContext context) => new PrefixWeight(this, context.Boost);
}
