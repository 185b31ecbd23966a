using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging;

/// <summary>One occurrence of a named thing in the text.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The canonical name that all mentions of the thing share; for a year <c>2001</c> or <c>2001-2005</c>.</param>
/// <param name="Span">Where it stands in the document's text.</param>
public sealed record Mention(MentionType Type, string Id, TextSpan Span)
{
    /// <summary>For a year mention the years; else null.</summary>
    public YearInterval? Years { get; init; }

    /// <summary>Which entry or rule found it, such as <c>authority:METI</c>, <c>definition</c> or <c>rule:ministry-of</c>.</summary>
    public required string Evidence { get; init; }
}
