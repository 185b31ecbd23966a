using Microsoft.Extensions.Configuration;

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

    private static Settings Read(params (string Name, string Value)[] values) => Settings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Name, v.Value))).Build());
}
