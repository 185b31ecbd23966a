namespace PolicySearch.Engine.Queries;

/// <summary>A query whose matches all score 1 (times boosts around it).</summary>
public sealed record ConstantScoreQuery(Query Query) : Query;
