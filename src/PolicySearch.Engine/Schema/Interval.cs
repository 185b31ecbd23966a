namespace PolicySearch.Engine.Schema;

/// <summary>A value of an interval field.</summary>
/// <param name="From">Lower end, inclusive.</param>
/// <param name="To">Upper end, inclusive; at least <paramref name="From"/>.</param>
public readonly record struct Interval(long From, long To);
