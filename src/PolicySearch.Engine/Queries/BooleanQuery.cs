namespace PolicySearch.Engine.Queries;

/// <summary>How a clause takes part in a <see cref="BooleanQuery"/>.</summary>
public enum Occur
{
    /// <summary>Must match, and scores.</summary>
    Must,

    /// <summary>May match, and scores.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,

    /// <summary>Must match, without a score.</summary>
    Filter,
}

/// <summary>A clause.</summary>
public sealed record BooleanClause(Occur Occur, Query Query);

/// <summary>A combination of clauses, as in Lucene: without must and filter at least one should has to match.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="MinimumShouldMatch">How many should clauses have to match; 0 for Lucene's default.</param>
public sealed record BooleanQuery(IReadOnlyList<BooleanClause> Clauses, int MinimumShouldMatch = 0) : Query;
