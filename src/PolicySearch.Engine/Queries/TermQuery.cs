namespace PolicySearch.Engine.Queries;

/// <summary>Documents with a term; <paramref name="Term"/> is taken as it is, not analysed.</summary>
public sealed record TermQuery(string Field, string Term) : Query;
