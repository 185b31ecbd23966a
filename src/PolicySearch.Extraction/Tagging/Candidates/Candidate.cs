using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Candidates;

/// <summary>How far a finder is to be trusted where two names have one length.</summary>
internal enum Trust
{
    /// <summary>The name's form.</summary>
    Form,

    /// <summary>The authority file.</summary>
    Authority,

    /// <summary>The document's own words.</summary>
    Document,

    /// <summary>What stands beside the name at that place, as a title does.</summary>
    Context,
}

/// <summary>A possible mention; which of those that overlap become mentions is settled at the end.</summary>
internal sealed record Candidate(MentionType? Type, string Id, TextSpan Span, Trust Trust, string Evidence)
{
    /// <summary>Number of the block it stands in.</summary>
    public required int Block { get; init; }

    /// <summary>For a year the years.</summary>
    public YearInterval? Years { get; init; }

    /// <summary>The entry it comes from, or null.</summary>
    public AuthorityEntry? Entry { get; init; }

    /// <summary>The listed or defined name that it was found by; null where a form was enough.</summary>
    public NameSource? Source { get; init; }
}
