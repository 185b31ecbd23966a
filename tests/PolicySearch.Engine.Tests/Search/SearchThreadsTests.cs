using PolicySearch.Engine.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class SearchThreadsTests
{
    [Fact]
    public void A_search_always_gets_its_own_thread_and_others_only_as_far_as_they_are_idle()
    {
        var threads = new SearchThreads(4);
        Assert.Equal(3, threads.Take(3));
        Assert.Equal(1, threads.Take(3));
        Assert.Equal(1, threads.Take(3));
        threads.Return(3);
        Assert.Equal(2, threads.Take(9));
    }

    [Fact]
    public void Without_a_thread_there_is_no_search() => Assert.Throws<ArgumentOutOfRangeException>(() => new SearchThreads(0));
}
