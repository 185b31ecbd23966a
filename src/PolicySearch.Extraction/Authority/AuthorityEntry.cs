using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority;

/// <summary>A known thing and the names it goes by.</summary>
/// <param name="Type">Its type; null for a name that is no mention and only keeps shorter names inside it from being found.</param>
/// <param name="Id">The canonical name.</param>
/// <param name="Names">Names in every language, matched whatever their capitals are.</param>
/// <param name="Short">Short forms, matched letter for letter.</param>
public sealed record AuthorityEntry(
    MentionType? Type,
    string Id,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Short)
{
    /// <summary>ISO 3166 code of the country it belongs to (<c>JP</c>), or null.</summary>
    public string? Country { get; init; }

    /// <summary>For a country its adjectives (<c>Japanese</c>), which are no mentions but tell which country a text is about.</summary>
    public IReadOnlyList<string> Adjectives { get; init; } = [];

    /// <summary>First calendar year of its existence, or null.</summary>
    public int? From { get; init; }

    /// <summary>Last calendar year of its existence, or null while it exists.</summary>
    public int? To { get; init; }

    /// <summary>Id of the body that it belongs to or the owner of a programme, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>Id of what it came from, or null.</summary>
    public string? Predecessor { get; init; }

    /// <summary>File and number of the entry, for messages.</summary>
    public required string Origin { get; init; }
}
