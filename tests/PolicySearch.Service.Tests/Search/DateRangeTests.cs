using PolicySearch.Engine.Schema;
using PolicySearch.Service.Search;

namespace PolicySearch.Service.Tests.Search;

public sealed class DateRangeTests
{
    [Theory]
    [InlineData("2001", 2001, 2001)]
    [InlineData(" 2001 .. 2005 ", 2001, 2005)]
    [InlineData("2001..2001", 2001, 2001)]
    [InlineData("2001..", 2001, long.MaxValue)]
    [InlineData("..2005", long.MinValue, 2005)]
    [InlineData("794", 794, 794)]
    public void Years_are_read(string value, long from, long to) =>
        Assert.Equal(new Interval(from, to), DateRange.ParseYears("year", value));

    [Theory]
    [InlineData("2020..2001")]
    [InlineData("soon")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("2001...2005")]
    [InlineData("0")]
    [InlineData("10000")]
    [InlineData("-5")]
    [InlineData("2001-2005")]
    [InlineData("99999999999999999999")]
    public void What_is_no_range_of_years_is_refused_by_the_option_s_name(string value)
    {
        var fault = Assert.Throws<SearchRequestException>(() => DateRange.ParseYears("year", value));

        Assert.Equal("year", fault.Parameter);
        Assert.Contains($"'{value}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_that_runs_backwards_is_told_the_right_way_round() => Assert.Contains(
        "2001..2020", Assert.Throws<SearchRequestException>(() => DateRange.ParseYears("year", "2020..2001")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2015", 2015_01_01, 2015_12_31)]
    [InlineData("2016-02", 2016_02_01, 2016_02_29)]
    [InlineData("2015-04-07", 2015_04_07, 2015_04_07)]
    [InlineData("2015-04..2016", 2015_04_01, 2016_12_31)]
    [InlineData("2015..", 2015_01_01, long.MaxValue)]
    public void Dates_are_read_as_days(string value, long from, long to) =>
        Assert.Equal(new Interval(from, to), DateRange.ParseDates("published", value));

    [Theory]
    [InlineData("2015-13")]
    [InlineData("2015-02-29")]
    [InlineData("2015-4")]
    [InlineData("15")]
    [InlineData("2015-04-07-01")]
    [InlineData("2016..2015-12")]
    public void What_is_no_date_is_refused(string value) =>
        Assert.Equal("published", Assert.Throws<SearchRequestException>(() => DateRange.ParseDates("published", value)).Parameter);
}
