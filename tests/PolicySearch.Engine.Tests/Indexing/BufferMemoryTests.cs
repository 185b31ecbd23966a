using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

/// <summary>What the writer's buffer is made of: strings in slices, the table of terms, the order of bytes.</summary>
public sealed class BufferMemoryTests
{
    [Fact]
    public void Numbers_of_many_chains_come_back_in_their_order()
    {
        var random = new Random(1);
        var pool = new SlicePool(new PagePool());
        var chains = new SlicePool.SliceChain[200];
        var expected = chains.Select(_ => new List<uint>()).ToList();
        for (var i = 0; i < 200_000; i++)
        {
            // A few chains get most numbers, so that some leave the longest slices behind and some stay empty.
            var chain = (int)(Math.Pow(random.NextDouble(), 6) * chains.Length * 0.99);
            var number = uint.MaxValue >> random.Next(32);
            pool.WriteVarint(ref chains[chain], number);
            expected[chain].Add(number);
        }

        for (var chain = 0; chain < chains.Length; chain++)
        {
            var read = new List<uint>();
            var cursor = pool.Read(chains[chain]);
            while (cursor.TryReadVarint(out var number))
            {
                read.Add(number);
            }

            Assert.Equal(expected[chain], read);
        }
    }

    [Fact]
    public void Terms_have_numbers_in_the_order_in_which_they_came_and_are_found_again()
    {
        var random = new Random(2);
        var table = new TermTable(new SlicePool(new PagePool()), new PagePool());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 50_000; i++)
        {
            var term = RandomBytes(random);
            table.FindOrAdd(term, TermHash.Of(term), out var number);
            if (numbers.TryAdd(Convert.ToHexString(term), number))
            {
                Assert.Equal(numbers.Count - 1, number);
            }

            Assert.Equal(numbers[Convert.ToHexString(term)], number);
            Assert.Equal(term, table.Term(number).ToArray());
        }

        // Two digits a byte order as the bytes do.
        Assert.Equal(numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Value), table.Sort());
    }

    [Fact]
    public void Equal_strings_stand_in_the_order_of_their_numbers()
    {
        var random = new Random(3);
        var strings = Enumerable.Range(0, 5000).Select(_ => RandomBytes(random)).ToList();
        var expected = Enumerable.Range(0, strings.Count).OrderBy(i => Convert.ToHexString(strings[i]), StringComparer.Ordinal).ThenBy(i => i);
        Assert.Equal(expected, ByteOrder.Sort(strings.Count, i => strings[i]));
    }

    /// <summary>Many are equal, many begin alike, many end in zeros.</summary>
    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(20)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(random.Next(3) == 0 ? random.Next(3) : 0);
        }

        return bytes;
    }
}
