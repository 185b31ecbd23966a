using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>A field that words without <c>field:</c> are looked for in, with its weight.</summary>
public sealed record DefaultField(string Name, float Boost = 1);

/// <summary>Reads Lucene's classic syntax.</summary>
public sealed class QueryParser(IndexSchema schema, params IReadOnlyList<DefaultField> defaultFields)
{
    /// <summary>The schema whose analyzers are used.</summary>
    public IndexSchema Schema { get; } = schema;

    /// <summary>Where words without a field are looked for.</summary>
    public IReadOnlyList<DefaultField> DefaultFields { get; } = defaultFields;

    /// <summary>Reads a query. An empty one gives <see cref="MatchAllQuery"/>.</summary>
    /// <exception cref="QuerySyntaxException">Names position and what was expected.</exception>
    public Query Parse(string text) => throw new NotImplementedException();
}
