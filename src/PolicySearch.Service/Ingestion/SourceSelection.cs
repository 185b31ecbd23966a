using System.Text.Json.Serialization;

namespace PolicySearch.Service.Ingestion;

/// <summary>Which files below a root are sources; remembered in the index with the root.</summary>
public sealed record SourceSelection
{
    private readonly PathPattern[] _include = [];
    private readonly PathPattern[] _exclude = [];

    /// <summary>Every file, through links too.</summary>
    public static SourceSelection All { get; } = new();

    /// <summary>Only what one of these patterns matches is read; empty for everything. See <see cref="PathPattern"/>.</summary>
    /// <exception cref="IngestionException">A pattern can match nothing.</exception>
    public IReadOnlyList<string> Include
    {
        get => PathPattern.Texts(_include);
        init => _include = PathPattern.ParseAll(value);
    }

    /// <summary>What one of these patterns matches is left out, whatever <see cref="Include"/> says.</summary>
    /// <exception cref="IngestionException">A pattern can match nothing.</exception>
    public IReadOnlyList<string> Exclude
    {
        get => PathPattern.Texts(_exclude);
        init => _exclude = PathPattern.ParseAll(value);
    }

    /// <summary>Whether links to files and folders are followed (default); each folder is read once, so loops end.</summary>
    public bool FollowLinks { get; init; } = true;

    /// <summary>Whether everything is selected.</summary>
    [JsonIgnore]
    public bool IsAll => _include.Length == 0 && _exclude.Length == 0 && FollowLinks;

    /// <summary>Whether the file at a path below the root is selected.</summary>
    public bool HasFile(string path) =>
        (_include.Length == 0 || _include.Any(pattern => pattern.Matches(path))) && !_exclude.Any(pattern => pattern.Matches(path));

    /// <summary>Whether there may be selected files below a folder.</summary>
    public bool HasFolder(string path) => !_exclude.Any(pattern => pattern.Matches(path + "/"));

    /// <summary>As the options of the command line that say it; empty where everything is selected.</summary>
    public override string ToString() =>
        string.Join(' ', [.. Include.Select(pattern => $"--include {pattern}"), .. Exclude.Select(pattern => $"--exclude {pattern}"), .. FollowLinks ? [] : (string[])["--follow-links false"]]);

    /// <inheritdoc/>
    public bool Equals(SourceSelection? other) =>
        other is not null && FollowLinks == other.FollowLinks && Include.SequenceEqual(other.Include) && Exclude.SequenceEqual(other.Exclude);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FollowLinks, _include.Length, _exclude.Length);
}

/// <summary>What a request says of the selection of its roots; null leaves what the index remembers.</summary>
public sealed record SelectionChange
{
    /// <summary>Patterns to include, in place of those remembered.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Patterns to exclude, in place of those remembered.</summary>
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <summary>Whether to follow links.</summary>
    public bool? FollowLinks { get; init; }

    /// <summary>A selection with this change.</summary>
    public SourceSelection ApplyTo(SourceSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return selection with
        {
            Include = Include ?? selection.Include,
            Exclude = Exclude ?? selection.Exclude,
            FollowLinks = FollowLinks ?? selection.FollowLinks,
        };
    }
}
