using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Tests.Queries;

public sealed class QueryArgumentTests
{
    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_boost_that_is_no_finite_number_of_0_or_more_is_refused(float boost)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(new MatchAllQuery(), boost));
        Assert.Contains("use a finite number, 0 or more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_slop_is_refused_with_what_to_do()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseQuery("f", ["a", "b"], [0, 1], Slop: -2));
        Assert.Contains("slop is -2; use 0 or more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_needs_a_position_for_each_term_in_ascending_order()
    {
        Assert.Throws<ArgumentException>(() => new PhraseQuery("f", ["a", "b"], [0]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery("f", ["a", "b"], [1, 0]));
        Assert.Throws<ArgumentException>(() => new PhraseQuery("f", ["a"], [-1]));
    }

    [Fact]
    public void An_empty_field_name_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TermQuery("", "a"));
        Assert.Throws<ArgumentNullException>(() => new PrefixQuery(null!, "a"));
    }

    [Fact]
    public void A_minimum_below_0_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BooleanQuery([], MinimumShouldMatch: -1));

    [Fact]
    public void Queries_with_equal_parts_are_equal()
    {
        static BooleanQuery Make() => new([new(Occur.Must, new PhraseQuery("f", "a", "b")), new(Occur.Should, new TermQuery("f", "c"))]);

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.NotEqual(Make(), Make() with { MinimumShouldMatch = 1 });
    }
}
