using PolicySearch.Extraction.Authority;
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

    /// <summary>What found it: an entry of an authority file (<c>authority:METI</c>), a name that the document introduces (<c>document:METI</c>, <c>definition:METI</c>) or a rule for forms (<c>rule:body</c>).</summary>
    public required string Evidence { get; init; }

    /// <summary>Whether the document alone says what it means: a short form that it defines, the surname of a person that it names. Elsewhere the same word may mean something else.</summary>
    public bool IsLocal => Evidence.StartsWith("document:", StringComparison.Ordinal) || Evidence.StartsWith("definition:", StringComparison.Ordinal)
        || Evidence.EndsWith("person-surname", StringComparison.Ordinal);

    /// <summary>The listed or defined name that it was found by, and where that is written; null where a form was enough. An index does not keep it.</summary>
    public NameSource? Source { get; init; }
}
