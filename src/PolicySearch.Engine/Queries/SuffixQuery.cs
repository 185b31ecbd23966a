using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term that ends so; every match scores 1. Looks at every term of the field, so it is dearer than a <see cref="PrefixQuery"/>; the parser makes it for one Han or Kana character only.</summary>
/// <param name="Field">A text or keyword field.</param>
/// <param name="Suffix">The end, as terms stand in the index; empty for any term of the field.</param>
public sealed record SuffixQuery(string Field, string Suffix) : Query
{
    /// <summary>A text or keyword field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    /// <summary>The end, as terms stand in the index; empty for any term of the field.</summary>
    public string Suffix { get; init; } = QueryArguments.NotNull(Suffix);

    internal override void AppendTo(StringBuilder text) => text.Append(Field).Append(":*").Append(Suffix);

    internal override Weight CreateWeight(in WeightContext context) => new SuffixWeight(this, context.Boost);
}
