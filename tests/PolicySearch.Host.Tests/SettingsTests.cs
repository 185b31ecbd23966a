using Microsoft.Extensions.Configuration;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Host.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Without_configuration_the_defaults_hold() =>
        Assert.Equal(("index", "http://localhost:5080", false), Read() is var s ? (s.Index, s.Urls, s.ReadOnly) : default);

    [Fact]
    public void Each_setting_can_be_configured()
    {
        var settings = Read(("INDEX", "i"), ("sources", "a, b"), ("Urls", "http://x:1"), ("READ_ONLY", "1"), ("api_key", "k"), ("wait", "2.5"), ("authority", "a.yaml, b.yaml"));

        Assert.Equal(("i", "http://x:1", true, "k", 2.5), (settings.Index, settings.Urls, settings.ReadOnly, settings.ApiKey, settings.Wait.TotalSeconds));
        Assert.Equal(["a", "b"], settings.Sources);
        Assert.Equal(["a.yaml", "b.yaml"], settings.Authority);
    }

    [Fact]
    public void Authority_files_are_those_of_the_index_where_nothing_is_said_and_none_where_none_is()
    {
        Assert.Null(Read().Authority);
        Assert.Empty(Read(("AUTHORITY", "none")).Authority!);
    }

    [Theory]
    [InlineData("read_only", "perhaps")]
    [InlineData("wait", "long")]
    [InlineData("wait", "-1")]
    [InlineData("authority", "none, a.yaml")]
    public void A_value_that_cannot_be_used_is_refused_by_its_name(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Limits_of_extraction_can_be_configured()
    {
        var options = Read(
            ("extraction:max_file_mb", "1"), ("EXTRACTION:MAX_PAGES", "2"), ("extraction:max_cells", "3"), ("extraction:max_unpacked_mb", "4"), ("extraction:max_unpacked_ratio", "5"),
            ("extraction:max_members", "6"), ("extraction:max_nesting", "7"), ("extraction:document_seconds", "77"), ("extraction:program_seconds", "8.5"), ("extraction:program_memory_mb", "90"), ("extraction:program_output_mb", "10"),
            ("extraction:ocr_languages", "deu+chi_sim"), ("extraction:ocr_max_pages", "0"), ("extraction:ocr_page_seconds", "12"), ("extraction:ocr_seconds", "13")).Extraction;

        Assert.Equal(
            new ExtractionLimits { MaxTime = TimeSpan.FromSeconds(77), MaxBytes = 1024 * 1024, MaxPages = 2, MaxCells = 3, MaxExpandedBytes = 4 * 1024 * 1024, MaxExpansion = 5, MaxMembers = 6, MaxArchiveNesting = 7 }, options.Limits);
        Assert.Equal(new ProgramLimits { MaxTime = TimeSpan.FromSeconds(8.5), MaxMemory = 90 * 1024 * 1024, MaxOutput = 10 * 1024 * 1024 }, options.Programs);
        Assert.Equal(new OcrLimits { Languages = "deu+chi_sim", MaxPages = 0, MaxTimePerPage = TimeSpan.FromSeconds(12), MaxTime = TimeSpan.FromSeconds(13) }, options.Ocr);
    }

    [Fact]
    public void The_limits_that_come_with_the_program_are_the_defaults() =>
        Assert.Equal(new ExtractionOptions(), Settings.From(new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build()).Extraction);

    [Theory]
    [InlineData("max_members", "0", "a whole number, 1 to 1000000")]
    [InlineData("max_pages", "many", "a whole number")]
    [InlineData("program_memory_mb", "-5", "64 to 1048576")]
    [InlineData("program_seconds", "0", "a number of seconds, 1 to 86400")]
    [InlineData("ocr_languages", "eng;rm", "eng+jpn")]
    [InlineData("max_page", "5", "there are document_seconds, max_cells, max_file_mb")]
    public void A_limit_that_makes_no_sense_is_refused_by_its_name(string name, string value, string right)
    {
        var message = Assert.Throws<SettingException>(() => Read(("extraction:" + name, value))).Message;
        Assert.Contains("extraction:" + name + " is ", message, StringComparison.Ordinal);
        Assert.Contains(right, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_limits_read_everything_again_and_the_default_ones_do_not()
    {
        var reader = (ExtractionOptions? options) => DocumentReader.CreateDefault(options: options).Fingerprint;
        Assert.Equal(reader(null), reader(Read(("extraction:max_pages", "10000")).Extraction));
        Assert.NotEqual(reader(null), reader(Read(("extraction:max_pages", "10001")).Extraction));
    }

    private static Settings Read(params (string Name, string Value)[] values) => Settings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Name, v.Value))).Build());
}
