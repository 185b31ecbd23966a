using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Tests.Search;

public sealed class FilterCacheTests
{
    [Fact]
    public void A_filter_is_wanted_when_it_is_asked_for_the_second_time_and_known_from_then_on()
    {
        var filters = new SegmentFilters(mostBytes: 1000);
        Assert.Null(filters.Ask(Filter(1), out var isWanted));
        Assert.False(isWanted);
        Assert.Null(filters.Ask(Filter(1), out isWanted));
        Assert.True(isWanted);
        var set = filters.Keep(Filter(1), Set(10));
        Assert.Same(set, filters.Ask(Filter(1), out isWanted));
        Assert.False(isWanted);
        Assert.Null(filters.Ask(Filter(2), out isWanted));
        Assert.False(isWanted);
    }

    [Fact]
    public void What_was_not_asked_for_longest_makes_room()
    {
        var filters = new SegmentFilters(mostBytes: 1000);
        for (var i = 0; i < 2; i++)
        {
            Keep(filters, Filter(i), Set(100));
        }

        Assert.NotNull(filters.Ask(Filter(0), out _));
        Keep(filters, Filter(2), Set(100));
        Assert.Equal(800, filters.Bytes);
        Assert.NotNull(filters.Ask(Filter(0), out _));
        Assert.NotNull(filters.Ask(Filter(2), out _));
        Assert.Null(filters.Ask(Filter(1), out var isWanted));
        Assert.False(isWanted);
    }

    [Fact]
    public void What_is_larger_than_all_room_is_given_back_but_not_kept()
    {
        var filters = new SegmentFilters(mostBytes: 1000);
        Keep(filters, Filter(1), Set(100));
        var large = Set(300);
        Assert.Same(large, Keep(filters, Filter(2), large));
        Assert.Equal(400, filters.Bytes);
        Assert.NotNull(filters.Ask(Filter(1), out _));
        Assert.Null(filters.Ask(Filter(2), out _));
    }

    [Fact]
    public void Filters_that_never_come_again_leave_nothing_behind()
    {
        var filters = new SegmentFilters(mostBytes: 1000);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Null(filters.Ask(Filter(i), out var isWanted));
            Assert.False(isWanted);
        }

        Assert.Equal(0, filters.Bytes);
        Assert.Null(filters.Ask(Filter(1), out var again));
        Assert.False(again);
    }

    private static TermQuery Filter(int number) => new("tag", $"t{number}");

    private static DocSet Set(int count) => DocSet.OfList(new int[count], count);

    private static DocSet Keep(SegmentFilters filters, Query filter, DocSet set)
    {
        filters.Ask(filter, out _);
        filters.Ask(filter, out _);
        return filters.Keep(filter, set);
    }
}
