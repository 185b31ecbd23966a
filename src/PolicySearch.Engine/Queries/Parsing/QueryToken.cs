namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>The kinds of <see cref="QueryToken"/>.</summary>
internal enum QueryTokenKind
{
    End,
    And,
    Or,
    Not,
    Plus,
    Minus,
    Open,
    Close,
    Colon,
    Word,
    Prefix,
    Star,
    Quoted,
    Range,
    Boost,
    Slop,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it starts, in UTF-16 code units.</param>
/// <param name="Text">The word, prefix or quoted text, without escapes; of other pieces what was written.</param>
internal readonly record struct QueryToken(QueryTokenKind Kind, int Position, string Text)
{
    /// <summary>The ends of a range.</summary>
    public QueryRange? Range { get; init; }

    /// <summary>The number of a boost or slop.</summary>
    public float Number { get; init; }

    /// <summary>Whether a clause cannot go on here.</summary>
    public bool EndsGroup => Kind is QueryTokenKind.End or QueryTokenKind.Close;
}

/// <summary>A range as written; null for an open end.</summary>
internal sealed record QueryRange(string? From, string? To, bool IncludeFrom, bool IncludeTo);
