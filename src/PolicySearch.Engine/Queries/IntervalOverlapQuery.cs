namespace PolicySearch.Engine.Queries;

/// <summary>Documents with an interval that overlaps the given one, both ends inclusive; every match scores 1.</summary>
public sealed record IntervalOverlapQuery(string Field, long From = long.MinValue, long To = long.MaxValue) : Query;
