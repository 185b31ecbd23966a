namespace PolicySearch.Engine.Queries;

/// <summary>A query whose scores are multiplied.</summary>
/// <param name="Query">The query.</param>
/// <param name="Boost">Factor; finite, 0 or more.</param>
public sealed record BoostQuery(Query Query, float Boost) : Query;
