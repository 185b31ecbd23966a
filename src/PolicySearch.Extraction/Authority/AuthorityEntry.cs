using System.Collections.Frozen;
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

    /// <summary>For a body the id of the one that it belongs to, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>For a programme the ids of the bodies that run it.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>Ids of what it came from.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>Ids of what came after it, as far as they do not name it as a predecessor themselves.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>Those of its forms that are also surnames or common words, and count only where something beside them shows what they are.</summary>
    public IReadOnlySet<string> Doubtful { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Where the facts come from.</summary>
    public string? Source { get; init; }

    /// <summary>File and line of the entry.</summary>
    public required AuthorityOrigin Origin { get; init; }

    /// <summary>Everything by which texts may name it: the id, the names and the short forms, without brackets at their ends.</summary>
    public IEnumerable<string> Forms => [WithoutBracket(Id), .. Names.Select(WithoutBracket), .. Short.Select(WithoutBracket)];

    /// <summary>A name as it stands in texts: a bracket at its end, as in <c>Ministry of Finance (Korea)</c>, only tells two entries apart.</summary>
    public static string WithoutBracket(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bracket = name.EndsWith(')') ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return bracket < 0 ? name : name[..bracket];
    }
}
