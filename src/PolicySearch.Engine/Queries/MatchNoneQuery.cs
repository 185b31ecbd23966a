namespace PolicySearch.Engine.Queries;

/// <summary>No document.</summary>
public sealed record MatchNoneQuery : Query;
