using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Tests.Formats;

public class PositionListsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Lists_have_in_common_what_is_in_both(int seed)
    {
        var random = new Random(seed);
        int[][] all = [.. Enumerable.Range(0, 200).Select(_ => Positions(random))];
        int[] slots = [.. Enumerable.Range(0, 200).Where(_ => random.Next(3) > 0)];
        int[][] others = [.. slots.Select(_ => Positions(random))];
        var expected = slots.Zip(others, (slot, other) => (Slot: slot, Positions: all[slot].Intersect(other).ToArray())).Where(e => e.Positions.Length > 0).ToArray();

        var common = new PositionLists();
        common.Intersect(Lists(all), Lists(others), slots);

        Assert.Equal(expected.Select(e => e.Slot), slots[..common.Count]);
        Assert.Equal(expected.SelectMany(e => e.Positions), common.Positions[..common.Length]);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected.Take(i + 1).Sum(e => e.Positions.Length), common.Ends[i]);
        }
    }

    [Fact]
    public void Sums_are_the_same_on_every_path()
    {
        var random = new Random(4);
        for (var count = 0; count <= PostingsFormat.BlockSize; count += random.Next(1, 9))
        {
            int[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 1 << random.Next(1, 23)))];
            int[] expected = [.. Enumerable.Range(0, count + 1).Select(i => values.Take(i).Sum())];
            foreach (var path in Enum.GetValues<VectorPath>())
            {
                var sums = new int[PostingsFormat.BlockSize + 1];
                Assert.True(RunningSums.TryAdd(values, sums, path));
                Assert.Equal(expected, sums[..(count + 1)]);
            }
        }
    }

    [Fact]
    public void Sums_that_are_too_large_are_refused_on_every_path()
    {
        var values = new int[PostingsFormat.BlockSize];
        values.AsSpan().Fill(1);
        values[7] = values[200] = 1 << 30;
        foreach (var path in Enum.GetValues<VectorPath>())
        {
            Assert.False(RunningSums.TryAdd(values, new int[PostingsFormat.BlockSize + 1], path));
        }
    }

    private static int[] Positions(Random random)
    {
        var count = random.Next(4) == 0 ? random.Next(5, 40) : random.Next(1, 5);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, 30)).Distinct().Order()];
    }

    private static PositionLists Lists(int[][] documents)
    {
        var lists = new PositionLists();
        foreach (var positions in documents)
        {
            lists.Reserve(positions.Length);
            positions.CopyTo(lists.Positions.AsSpan(lists.Length));
            lists.Add(lists.Length + positions.Length);
        }

        return lists;
    }
}
