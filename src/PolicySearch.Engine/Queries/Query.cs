namespace PolicySearch.Engine.Queries;

/// <summary>What to look for. Immutable; its text form is Lucene's.</summary>
public abstract record Query;
