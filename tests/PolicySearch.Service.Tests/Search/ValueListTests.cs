using PolicySearch.Service.Search;

namespace PolicySearch.Service.Tests.Search;

public sealed class ValueListTests
{
    private static readonly string[] Known = ["Ministry of Economy, Trade and Industry", "METI", "Research, Development, and Deployment Plan"];

    [Theory]
    [InlineData("METI,MEXT", "METI|MEXT")]
    [InlineData(" METI , , MEXT ", "METI|MEXT")]
    [InlineData("Ministry of Economy, Trade and Industry", "Ministry of Economy, Trade and Industry")]
    [InlineData("MEXT,Ministry of Economy,Trade and Industry,METI", "MEXT|Ministry of Economy, Trade and Industry|METI")]
    [InlineData("Research, Development, and Deployment Plan,x", "Research, Development, and Deployment Plan|x")]
    [InlineData("Unknown, with comma", "Unknown|with comma")]
    [InlineData(",", "")]
    public void A_list_is_split_at_commas_but_known_names_stay_whole(string value, string expected) =>
        Assert.Equal(expected, string.Join('|', ValueList.Split(value, name => Known.Contains(name, StringComparer.Ordinal))));

    [Fact]
    public void A_known_name_with_a_comma_and_no_space_stays_as_it_stands() =>
        Assert.Equal(["docs/a,b.txt", "METI"], ValueList.Split("docs/a,b.txt,METI", name => name == "docs/a,b.txt"));

    [Fact]
    public void A_long_list_asks_for_a_bounded_number_of_names()
    {
        var asked = 0;
        var list = string.Join(',', Enumerable.Range(0, 400).Select(i => $"m{i}"));

        Assert.Equal(400, ValueList.Split(list, _ => ++asked < 0).Count);
        Assert.True(asked <= 400 * 16, $"{asked} names were looked up for 400 values");
    }
}
