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
}
