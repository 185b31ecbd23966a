using System.Globalization;
using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Results;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Tests.Web;

public sealed class YearHistogramTests
{
    private const int MostBars = 38;

    [Fact]
    public void Few_years_get_a_bar_each_with_the_gaps_between_them()
    {
        var bars = Bars((2001, 4), (2003, 8));
        Assert.Equal([2001, 2002, 2003], bars.Select(bar => bar.Years.From));
        Assert.Equal([50.0, 0.0, 100.0], bars.Select(bar => bar.Height));
        Assert.Equal("2001: 4 passages", bars[0].Label);
        Assert.Equal("/?q=a&year=2001", bars[0].Address);
    }

    [Fact]
    public void A_far_off_year_shares_one_bar_and_the_others_keep_theirs()
    {
        var histogram = YearHistogram.Of(Values([(1868, 1), .. Enumerable.Range(1990, 33).Select(year => (year, 10L))]), new PageQuery());
        Assert.Equal(("1868 … 1990", "2022"), (histogram.FirstLabel, histogram.LastLabel));
        var bars = histogram.Bars;
        Assert.Equal([true, false], bars.Take(2).Select(bar => bar.FarOff));
        Assert.Equal((1868, 1989), (bars[0].Years.From, bars[0].Years.To));
        Assert.Equal(1, bars[0].Count);
        Assert.Equal("1868–1989: up to 1 passage", bars[0].Label);
        Assert.Equal(34, bars.Count);
        Assert.All(bars.Skip(1), bar => Assert.Equal(bar.Years.From, bar.Years.To));
    }

    [Fact]
    public void Centuries_come_in_wider_bars()
    {
        var bars = Bars([.. Enumerable.Range(1800, 226).Select(year => (year, 3L))]);
        Assert.InRange(bars.Count, 10, MostBars);
        Assert.Contains(bars, bar => bar.Years.To - bar.Years.From == 9);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("&year=2003..2004", 2)]
    [InlineData("&year=2003&year=2007", 2)]
    [InlineData("&year=2008..", 2)]
    public void The_bars_of_chosen_years_stand_out(string chosen, int? count)
    {
        var query = new PageQuery { Text = "a" };
        foreach (var value in chosen.Split("&year=", StringSplitOptions.RemoveEmptyEntries))
        {
            query = query.With("year", value);
        }

        var bars = YearHistogram.Of(Values([.. Enumerable.Range(2000, 10).Select(year => (year, 1L))]), query).Bars;
        Assert.Equal(count ?? 0, bars.Count(bar => bar.Chosen));
    }

    [Fact]
    public void A_bar_that_is_all_that_is_chosen_takes_the_choice_away()
    {
        var query = new PageQuery { Text = "a" }.With("year", "2003");
        var histogram = YearHistogram.Of(Values((2002, 1), (2003, 1)), query);
        Assert.Equal(["/?q=a&year=2002", "/?q=a"], histogram.Bars.Select(bar => bar.Address));
        Assert.Equal(("2003", "2003"), (histogram.From, histogram.To));
    }

    [Fact]
    public void Bars_cover_all_years_once_whatever_the_years_are()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var spread = random.Next(1, 2000);
            (int Year, long Count)[] counts = [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => (random.Next(2030 - spread, 2031), (long)random.Next(1, 1000))).DistinctBy(count => count.Item1)];
            var bars = Bars(counts);
            var about = $"seed {seed}";
            Assert.True(bars.Count <= MostBars, about + $": {bars.Count} bars");
            Assert.True(counts.Sum(count => count.Count) == bars.Sum(bar => bar.Count), about);
            Assert.True(bars[0].Years.From <= counts.Min(count => count.Year) && bars[^1].Years.To >= counts.Max(count => count.Year), about);
            Assert.True(bars.Zip(bars.Skip(1)).All(pair => pair.First.Years.To + 1 == pair.Second.Years.From), about);
            Assert.True(bars.All(bar => bar.Height is >= 0 and <= 100) && bars.Max(bar => bar.Height) == 100, about);
        }
    }

    private static IReadOnlyList<YearBar> Bars(params (int Year, long Count)[] counts) =>
        YearHistogram.Of(Values(counts), new PageQuery { Text = "a" }).Bars;

    private static IReadOnlyList<FacetValue> Values(params (int Year, long Count)[] counts) =>
    [
        .. counts.OrderBy(count => count.Year).Select(count => Value(count.Year.ToString(CultureInfo.InvariantCulture), count.Count)),
    ];

    private static FacetValue Value(string year, long count) => new(year, year, count);
}
