namespace PolicySearch.Engine.Queries;

/// <summary>How a clause takes part in a <see cref="BooleanQuery"/>.</summary>
public enum Occur
{
    /// <summary>Must match, and scores.</summary>
    Must,

    /// <summary>May match, and scores.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,

    /// <summary>Must match, without a score.</summary>
    Filter,
}
