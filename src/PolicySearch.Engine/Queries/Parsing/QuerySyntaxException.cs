namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>A query that cannot be read.</summary>
/// <param name="position">UTF-16 code unit in the query, from 0.</param>
/// <param name="message">What was expected, and what to do.</param>
public sealed class QuerySyntaxException(int position, string message) : Exception(message)
{
    /// <summary>UTF-16 code unit in the query, from 0.</summary>
    public int Position { get; } = position;
}
