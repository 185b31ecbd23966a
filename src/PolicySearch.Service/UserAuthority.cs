using System.Text.Json;
using PolicySearch.Extraction.Authority;

namespace PolicySearch.Service;

/// <summary>An authority file of the user's own.</summary>
/// <param name="Path">Its full path on this machine.</param>
/// <param name="Text">Its content, with which documents were tagged.</param>
public sealed record UserAuthorityFile(string Path, string Text)
{
    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>The user's own authority files, in order; a later one changes what an earlier one says. An index remembers those that it was tagged with, so that names are resolved alike.</summary>
public sealed class UserAuthority
{
    /// <summary>A file larger than this is taken for a mistake: the commit keeps its text.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private UserAuthority(IReadOnlyList<UserAuthorityFile> files) => Files = files;

    /// <summary>No file: what comes with the program, alone.</summary>
    public static UserAuthority None { get; } = new([]);

    /// <summary>The files.</summary>
    public IReadOnlyList<UserAuthorityFile> Files { get; }

    /// <summary>Reads files, each once.</summary>
    /// <exception cref="AuthorityException">One cannot be read.</exception>
    public static UserAuthority Read(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.Count == 0 ? None : new UserAuthority([.. paths.Select(ReadFile).DistinctBy(file => file.Path)]);
    }

    /// <summary>The built-in authority file with these.</summary>
    /// <exception cref="AuthorityException">One breaks the schema, or contradicts another.</exception>
    public AuthorityFiles ToFiles() => Files.Aggregate(AuthorityFiles.BuiltIn, (files, file) => files.With(file.Name, file.Text));

    /// <summary>The same files with the content that they have now; one that is no longer there keeps its content, and <paramref name="notes"/> says so.</summary>
    /// <exception cref="AuthorityException">One cannot be read.</exception>
    public UserAuthority Refreshed(ICollection<string> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        foreach (var file in Files.Where(file => !File.Exists(file.Path)))
        {
            notes.Add($"the authority file {file.Path} is gone; its names are used as they were when it was read last, or '--authority none' leaves them out");
        }

        return Files.Count == 0 ? this : new UserAuthority([.. Files.Select(file => File.Exists(file.Path) ? ReadFile(file.Path) : file)]);
    }

    /// <summary>Whether both have the same names: files of the same content in the same order, wherever they lie.</summary>
    public bool HasSameNames(UserAuthority other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Files.Select(file => file.Text).SequenceEqual(other.Files.Select(file => file.Text), StringComparer.Ordinal);
    }

    /// <summary>What differs from <paramref name="before"/>, for people: <c>the authority file mine.yaml has changed</c>.</summary>
    public string DifferenceFrom(UserAuthority before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var known = before.Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var differences = Files
            .Where(file => known.GetValueOrDefault(file.Path) != file.Text)
            .Select(file => $"the authority file {file.Name} {(known.ContainsKey(file.Path) ? "has changed" : "is new")}")
            .Concat(before.Files
                .Where(file => Files.All(kept => kept.Path != file.Path))
                .Select(file => $"the authority file {file.Name} is used no longer"))
            .ToList();
        return differences.Count > 0 ? string.Join(", ", differences) : "the authority files stand in another order";
    }

    /// <summary>The files as a commit keeps them.</summary>
    internal string ToJson() => JsonSerializer.Serialize([.. Files], CatalogueJson.Default.UserAuthorityFileArray);

    /// <summary>What <see cref="ToJson"/> wrote.</summary>
    internal static UserAuthority FromJson(string json) =>
        JsonSerializer.Deserialize(json, CatalogueJson.Default.UserAuthorityFileArray) is { Length: > 0 } files ? new UserAuthority(files) : None;

    /// <summary>Reads one file.</summary>
    /// <exception cref="AuthorityException">It is not there or cannot be opened; with <see cref="AuthorityException.Faults"/> where its content is no text that could be an authority file.</exception>
    public static UserAuthorityFile ReadFile(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new AuthorityException("--authority is empty; name a file, or 'none'");
        }

        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new AuthorityException(Directory.Exists(path)
                    ? $"the authority file {path} is a folder; name the files in it"
                    : $"the authority file {path} does not exist; correct the path, or make one with 'policysearch tags --yaml'");
            }

            if (file.Length > MaxBytes)
            {
                throw new AuthorityException([new AuthorityFault(new AuthorityOrigin(path, 0), $"the file has {file.Length} bytes; at most {MaxBytes} are read")]);
            }

            return new UserAuthorityFile(file.FullName, AuthorityText.Decode(path, File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AuthorityException($"the authority file {path} cannot be read: {e.Message}", e);
        }
    }
}
