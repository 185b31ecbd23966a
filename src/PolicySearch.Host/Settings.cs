using System.Globalization;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host;

/// <summary>A setting that cannot be used; the message names it and says what would be right.</summary>
internal sealed class SettingException(string message) : Exception(message);

/// <summary>What the program is told by <c>appsettings.json</c>, the environment (<c>POLICYSEARCH_…</c>) and the command line.</summary>
internal sealed record Settings
{
    public const string EnvironmentPrefix = "POLICYSEARCH_";

    /// <summary>Folder of the index, as the user wrote it.</summary>
    public string Index { get; init; } = "index";

    /// <summary>Source roots; empty for those that the index remembers, or <c>seeds</c> for a new one.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The user's own authority files; empty for none, null for those that the index remembers.</summary>
    public IReadOnlyList<string>? Authority { get; init; }

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>Serve without ingesting.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Key for calls that change something; null turns them off.</summary>
    public string? ApiKey { get; init; }

    /// <summary>How long to wait for another writer.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What extraction takes on at most.</summary>
    public ExtractionOptions Extraction { get; init; } = new();

    /// <summary>How ingestion works.</summary>
    public IngestionOptions Ingestion { get; init; } = new();

    /// <summary>The defaults with what the configuration says.</summary>
    /// <exception cref="SettingException">A value cannot be read.</exception>
    public static Settings From(IConfiguration configuration)
    {
        var settings = new Settings();
        return settings with
        {
            Index = Value(configuration, "index") ?? settings.Index,
            Sources = Value(configuration, "sources") is { } sources ? ValueList.Split(sources) : settings.Sources,
            Authority = Value(configuration, "authority") is { } authority ? AuthorityPaths([authority]) : null,
            Urls = Value(configuration, "urls") ?? settings.Urls,
            ReadOnly = Value(configuration, "read_only") is { } readOnly ? Flag("read_only", readOnly) : settings.ReadOnly,
            ApiKey = Value(configuration, "api_key"),
            Wait = Value(configuration, "wait") is { } wait ? Seconds("wait", wait) : settings.Wait,
            Extraction = ExtractionSettings.From(configuration.GetSection(ExtractionSettings.Section)),
            Ingestion = IngestionOf(configuration, settings.Ingestion),
        };
    }

    /// <summary>Reads a list of authority files.</summary>
    /// <exception cref="SettingException">It names none, or files and <c>none</c>.</exception>
    public static IReadOnlyList<string> AuthorityPaths(IEnumerable<string> values)
    {
        const string None = "none";
        var paths = values.SelectMany(ValueList.Split).ToList();
        return paths switch
        {
            [] => throw new SettingException("authority is empty; name a file, or 'none' for the program's own names alone"),
            [None] => [],
            _ when paths.Contains(None) => throw new SettingException("authority is 'none' and a file; leave one out, or write './none' for a file of that name"),
            _ => paths,
        };
    }

    /// <summary>Reads a number of seconds.</summary>
    /// <exception cref="SettingException">It is none.</exception>
    public static TimeSpan Seconds(string name, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new SettingException($"{name} is '{value}'; use a number of seconds, 0 to 86400");

    private static IngestionOptions IngestionOf(IConfiguration configuration, IngestionOptions defaults) => defaults with
    {
        Threads = Value(configuration, "threads") is { } threads ? Number("threads", threads, 256) : defaults.Threads,
        BytesAhead = Value(configuration, "read_ahead_mb") is { } ahead ? (long)Number("read_ahead_mb", ahead, 65_536) << 20 : defaults.BytesAhead,
        CommitInterval = Value(configuration, "commit_seconds") is { } interval ? Seconds("commit_seconds", interval) : defaults.CommitInterval,
        CommitBytes = Value(configuration, "commit_mb") is { } bytes ? (long)Number("commit_mb", bytes, 1_048_576) << 20 : defaults.CommitBytes,
    };

    private static int Number(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new SettingException($"{name} is '{value}'; use a whole number, 1 to {most}");

    private static bool Flag(string name, string value) => value.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" => true,
        "false" or "0" or "no" => false,
        _ => throw new SettingException($"{name} is '{value}'; use true or false"),
    };

    private static string? Value(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : null;
}
