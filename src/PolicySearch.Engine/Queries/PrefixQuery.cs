namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term that begins so; every match scores 1.</summary>
public sealed record PrefixQuery(string Field, string Prefix) : Query;
