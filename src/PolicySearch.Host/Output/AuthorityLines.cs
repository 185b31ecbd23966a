using PolicySearch.Extraction.Authority;

namespace PolicySearch.Host.Output;

/// <summary>An entry of the authority file as JSON.</summary>
internal sealed record AuthorityEntryLine(
    string Id,
    string Type,
    string? Country,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Short,
    int? From,
    int? To,
    string? Parent,
    IReadOnlyList<string> Owners,
    IReadOnlyList<string> Predecessors,
    IReadOnlyList<string> Successors,
    string? Source,
    string File,
    int Line)
{
    public static AuthorityEntryLine Of(AuthorityEntry entry, AuthorityLineage lineage) => new(
        entry.Id,
        entry.Type.ToString()!.ToLowerInvariant(),
        entry.Country,
        entry.Names,
        entry.Short,
        entry.From,
        entry.To,
        entry.Parent,
        entry.Owners,
        [.. lineage.PredecessorsOf(entry).Select(other => other.Id)],
        [.. lineage.SuccessorsOf(entry).Select(other => other.Id)],
        entry.Source,
        entry.Origin.File,
        entry.Origin.Line);
}

/// <summary>Entries, as <c>authority list</c> and <c>authority find</c> give them.</summary>
internal sealed record AuthorityEntryList(IReadOnlyList<AuthorityEntryLine> Entries);

/// <summary>A fault of an authority file as JSON.</summary>
internal sealed record AuthorityFaultLine(string File, int Line, string Message);

/// <summary>Faults, as <c>authority validate</c> gives them.</summary>
internal sealed record AuthorityFaultList(IReadOnlyList<AuthorityFaultLine> Faults);
