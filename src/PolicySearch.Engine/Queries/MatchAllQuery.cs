namespace PolicySearch.Engine.Queries;

/// <summary>All documents, each with the score 1.</summary>
public sealed record MatchAllQuery : Query;
