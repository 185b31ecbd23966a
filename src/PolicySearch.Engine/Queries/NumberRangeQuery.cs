namespace PolicySearch.Engine.Queries;

/// <summary>Documents whose number lies in a range, both ends inclusive; every match scores 1.</summary>
public sealed record NumberRangeQuery(string Field, long From = long.MinValue, long To = long.MaxValue) : Query;
