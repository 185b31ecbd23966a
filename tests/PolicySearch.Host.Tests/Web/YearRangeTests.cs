using PolicySearch.Host.Web.Addresses;

namespace PolicySearch.Host.Tests.Web;

public sealed class YearRangeTests
{
    [Theory]
    [InlineData("2001", 2001, 2001, "2001")]
    [InlineData("2001..2005", 2001, 2005, "2001–2005")]
    [InlineData("2001..", 2001, null, "from 2001")]
    [InlineData("..2005", null, 2005, "until 2005")]
    public void A_filters_value_is_read_and_written(string value, int? from, int? to, string label)
    {
        Assert.True(YearRange.TryParse(value, out var range));
        Assert.Equal((from, to), (range.From, range.To));
        Assert.Equal(label, range.Label);
        Assert.Equal(value, range.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("soon")]
    [InlineData("2001...2005")]
    [InlineData("2001-2005")]
    public void What_is_no_range_is_refused(string value) => Assert.False(YearRange.TryParse(value, out _));

    [Theory]
    [InlineData("2001..2005", 2005, 2009, true)]
    [InlineData("2001..2005", 2006, 2009, false)]
    [InlineData("2001..", 1990, 2000, false)]
    [InlineData("..2005", 1990, 2000, true)]
    public void Ranges_overlap_where_they_share_a_year(string value, int from, int to, bool overlap)
    {
        Assert.True(YearRange.TryParse(value, out var range));
        Assert.Equal(overlap, range.Overlaps(from, to));
    }
}
