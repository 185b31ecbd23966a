using System.Globalization;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Host;

/// <summary>The section <c>extraction</c> of <c>appsettings.json</c>, or <c>POLICYSEARCH_EXTRACTION__…</c> in the environment.</summary>
internal sealed class ExtractionSettings(IConfigurationSection section)
{
    public const string Section = "extraction";

    private const long Megabyte = 1024 * 1024;

    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The default options with what the section says.</summary>
    /// <exception cref="SettingException">A value cannot be used, or a name is unknown.</exception>
    public static ExtractionOptions From(IConfigurationSection section)
    {
        var settings = new ExtractionSettings(section);
        var options = settings.Read(new ExtractionOptions());
        return section.GetChildren().Select(child => child.Key).FirstOrDefault(key => !settings._read.Contains(key)) is { } unknown
            ? throw new SettingException($"{Section}:{unknown} is no setting; there are {string.Join(", ", settings._read.Order(StringComparer.Ordinal))}")
            : options;
    }

    private ExtractionOptions Read(ExtractionOptions options) => new()
    {
        Limits = Read(options.Limits),
        Programs = options.Programs with
        {
            MaxTime = Seconds("program_seconds", options.Programs.MaxTime),
            MaxMemory = Number("program_memory_mb", options.Programs.MaxMemory / Megabyte, 64, 1024 * 1024) * Megabyte,
            MaxOutput = Number("program_output_mb", options.Programs.MaxOutput / Megabyte, 1, 2000) * Megabyte,
        },
        Ocr = options.Ocr with
        {
            Languages = Languages("ocr_languages", options.Ocr.Languages),
            MaxPages = (int)Number("ocr_max_pages", options.Ocr.MaxPages, 0, 100_000),
            MaxTimePerPage = Seconds("ocr_page_seconds", options.Ocr.MaxTimePerPage),
            MaxTime = Seconds("ocr_seconds", options.Ocr.MaxTime),
        },
    };

    private ExtractionLimits Read(ExtractionLimits limits) => limits with
    {
        MaxBytes = (int)(Number("max_file_mb", limits.MaxBytes / Megabyte, 1, 1000) * Megabyte),
        MaxTime = Seconds("document_seconds", limits.MaxTime),
        MaxPages = (int)Number("max_pages", limits.MaxPages, 1, 1_000_000),
        MaxCells = (int)Number("max_cells", limits.MaxCells, 1, 100_000_000),
        MaxExpandedBytes = Number("max_unpacked_mb", limits.MaxExpandedBytes / Megabyte, 1, 100_000) * Megabyte,
        MaxExpansion = (int)Number("max_unpacked_ratio", limits.MaxExpansion, 2, 100_000),
        MaxMembers = (int)Number("max_members", limits.MaxMembers, 1, 1_000_000),
        MaxArchiveNesting = (int)Number("max_nesting", limits.MaxArchiveNesting, 1, 20),
    };

    private long Number(string name, long otherwise, long least, long most) => Value(name) switch
    {
        null => otherwise,
        var value when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var value => throw Wrong(name, value, $"a whole number, {least} to {most}"),
    };

    private TimeSpan Seconds(string name, TimeSpan otherwise) => Value(name) switch
    {
        null => otherwise,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400 => TimeSpan.FromSeconds(seconds),
        var value => throw Wrong(name, value, "a number of seconds, 1 to 86400"),
    };

    // They become an argument of a program, and names of files that it opens.
    private string Languages(string name, string otherwise) => Value(name) switch
    {
        null => otherwise,
        var value when value.Split('+').All(language => language.Length is > 0 and < 40 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) => value,
        var value => throw Wrong(name, value, "names of tesseract's languages with + between, such as eng+jpn"),
    };

    private string? Value(string name)
    {
        _read.Add(name);
        return section[name] is { Length: > 0 } value ? value : null;
    }

    private static SettingException Wrong(string name, string value, string right) => new($"{Section}:{name} is '{value}'; use {right}");
}
