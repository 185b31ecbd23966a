namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term in a range, in the order of UTF-8 bytes; null leaves an end open; every match scores 1.</summary>
public sealed record TermRangeQuery(string Field, string? From, string? To, bool IncludeFrom = true, bool IncludeTo = true) : Query;
