using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>Reads the members of archives and messages, each as a document of its own.</summary>
/// <param name="loader">Reads a member's bytes.</param>
/// <param name="known">What need not be read.</param>
/// <param name="ahead">Reads several at a time.</param>
internal sealed class MemberLoader(SourceLoader loader, KnownMembers known, LookAhead ahead)
{
    /// <summary>The members of <paramref name="file"/> as they are read, then the file itself; it alone where it holds none.</summary>
    public IEnumerable<LoadedSource> Load(LoadedSource file, CancellationToken cancellationToken)
    {
        string? fault = null;
        var members = ahead.Select(
            file.Contents?.Members ?? [], member => member.File?.Content.Length ?? 0, member => LoadOne(file.Entry, member, cancellationToken), cancellationToken);
        foreach (var member in members)
        {
            if (member.Entry.Container is null)
            {
                fault = fault is null ? member.Entry.Failure : $"{fault}; {member.Entry.Failure}";
            }
            else
            {
                yield return member;
            }
        }

        if (fault is not null && file.Entry is { IsArchive: false, Failure: null })
        {
            yield return Failed(MemberEntry(file.Entry, SourceMember.Attachments), fault);
        }

        yield return Whole(file, fault);
    }

    private LoadedSource? LoadOne(CatalogueEntry file, SourceMember member, CancellationToken cancellationToken)
    {
        if (member.Path.Length == 0)
        {
            return Failed(file, member.Failure!);
        }

        var entry = MemberEntry(file, member.Path);
        if (known.IsRemoved(entry.Address))
        {
            return null;
        }

        if (member.File is not { } content)
        {
            return Failed(entry, member.Failure!);
        }

        entry = entry with { Hash = SourceFreshness.Hash(content.Content.Span), Size = content.Content.Length };
        return known.HasSame(entry) ? new LoadedSource(entry, null) { IsUnchanged = true } : loader.Read(entry, content, cancellationToken);
    }

    private static CatalogueEntry MemberEntry(CatalogueEntry file, string path) => new()
    {
        Root = file.Root,
        Path = file.Path + SourceMember.Separator + path,
        Container = file.Path,
        Hash = "",
        Size = 0,
        Modified = null,

        // That of the file, which knows all that reads; a member that is read gets that of its own extractor.
        Fingerprint = file.Fingerprint,
    };

    // What could not be read to its end may still hold what was not seen in it.
    private static LoadedSource Whole(LoadedSource file, string? fault) => file with
    {
        Entry = WithNotes(file.Entry.IsArchive && fault is not null ? Failed(file.Entry, fault).Entry : file.Entry, [.. file.Contents?.Notes ?? [], .. NotesOfFailed(file.Entry, fault)]),
        Contents = null,
        IsComplete = fault is null && (file.Contents is not null || file.Entry.Failure is null),
    };

    // A message that could not be read has one reason already.
    private static IEnumerable<string> NotesOfFailed(CatalogueEntry file, string? fault) =>
        fault is null || file.Failure is null ? [] : [$"{SourceMember.Attachments}: {fault}"];

    private static CatalogueEntry WithNotes(CatalogueEntry entry, IReadOnlyList<string> notes) =>
        notes.Count == 0 ? entry : entry with { Notes = [.. entry.Notes ?? [], .. notes] };

    private static LoadedSource Failed(CatalogueEntry entry, string reason) => new(entry with { Failure = reason, IsArchive = false, HasMembers = false }, null);
}
