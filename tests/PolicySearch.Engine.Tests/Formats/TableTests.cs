using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Formats;

/// <summary>Tables of numbers, and streams in chunks, written and read back.</summary>
public sealed class TableTests
{
    private static readonly FileFormat Format = new("test", 2, 1);

    private readonly MemoryDirectory _directory = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LinearTable.BlockSize)]
    [InlineData(LinearTable.BlockSize + 1)]
    [InlineData(5000)]
    public void Numbers_come_back_whatever_their_order(int count)
    {
        var random = new Random(count);
        long next = 0;
        foreach (var numbers in (long[][])
            [
                [.. Enumerable.Range(0, count).Select(i => 7L * i)],
                [.. Enumerable.Range(0, count).Select(_ => next += random.Next(100))],
                [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(LinearTable.Limit))],
                [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 0 : LinearTable.Limit - 1)],
            ])
        {
            var table = Write(numbers);
            Assert.Equal(numbers, Enumerable.Range(0, count).Select(i => table[i]));
            Assert.Throws<CorruptIndexException>(() => table[count]);
            Assert.Throws<CorruptIndexException>(() => table[-1]);
        }
    }

    [Fact]
    public void Numbers_that_rise_evenly_take_no_room()
    {
        Write([.. Enumerable.Range(0, 100_000).Select(i => 10L * i)]);
        Assert.True(_directory.Read("table").Length < 3000);
    }

    [Fact]
    public void Keys_come_back_whatever_they_share()
    {
        var random = new Random(3);
        var keys = Enumerable.Range(0, 2000)
            .Select(i => i % 50 == 0 ? new byte[random.Next(RecordsFormat.MaxKeyLength + 1)] : [.. Enumerable.Repeat((byte)'a', random.Next(40)), .. BitConverter.GetBytes(random.Next(3))])
            .ToList();
        var target = new ByteWriter();
        ReadOnlySpan<byte> before = default;
        foreach (var key in keys)
        {
            KeyCoding.Write(target, before, key);
            before = key;
        }

        var cursor = new ByteCursor(target.Written, "keys", 0);
        var read = new byte[4];
        var length = 0;
        foreach (var key in keys)
        {
            length = KeyCoding.Read(ref cursor, ref read, length);
            Assert.Equal(key, read.AsSpan(0, length).ToArray());
        }

        Assert.True(cursor.AtEnd);
    }

    [Theory]
    [InlineData(0, 300)]
    [InlineData(1, 299)]
    [InlineData(40, 43)]
    [InlineData(150, 300)]
    [InlineData(7, 7)]
    public void Items_copied_from_another_stream_are_the_same_and_long_runs_keep_their_chunks(int from, int to)
    {
        var random = new Random(from);
        var items = Enumerable.Range(0, 300).Select(i => RandomBytes(random, i % 3 == 0 ? 0 : random.Next(6000))).ToList();
        var source = WriteStream("source", writer => items.ForEach(item => Add(writer, item)));
        var lead = RandomBytes(random, 1000);
        var copy = WriteStream("copy", writer =>
        {
            Add(writer, lead);
            writer.Copy(source.Read(items.Count), from, to);
            Add(writer, lead);
        });

        var reader = copy.Read(to - from + 2);
        Assert.Equal([lead, .. items[from..to], lead], Enumerable.Range(0, to - from + 2).Select(reader.ReadItem));
        var whole = Enumerable.Range(0, source.Read(items.Count).Chunks.Count).Select(c => source.Read(items.Count).Chunks.Stored(c).ToArray()).ToList();
        var kept = Enumerable.Range(0, reader.Chunks.Count).Count(c => whole.Any(w => w.AsSpan().SequenceEqual(reader.Chunks.Stored(c))));
        Assert.True(to - from < 100 ? kept == 0 : kept >= (to - from) / 300.0 * whole.Count - 3, $"{kept} of {whole.Count} chunks");
    }

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void Add(ChunkedWriter writer, byte[] item)
    {
        writer.StartItem();
        writer.Write(item);
    }

    private LinearTable Write(long[] numbers)
    {
        using var output = new IndexOutput(_directory, "table", Format);
        var meta = new ByteWriter();
        var writer = new LinearTableWriter();
        Array.ForEach(numbers, writer.Add);
        writer.Write(output, meta);
        output.Finish(meta.Written);
        var input = IndexInput.Open(_directory, "table", Format);
        var cursor = input.ReadMeta();
        return new LinearTable(input, ref cursor, numbers.Length, "numbers");
    }

    private Stream WriteStream(string name, Action<ChunkedWriter> write)
    {
        using var output = new IndexOutput(_directory, name, Format);
        var meta = new ByteWriter();
        var writer = new ChunkedWriter(isText: false, name == "copy" ? output : null, new PagedBytes(new PagePool()));
        write(writer);
        writer.Finish(output, meta);
        output.Finish(meta.Written);
        return new Stream(IndexInput.Open(_directory, name, Format));
    }

    private sealed record Stream(IndexInput Input)
    {
        public ChunkedReader Read(int items)
        {
            var cursor = Input.ReadMeta();
            return new ChunkedReader(Input, ref cursor, items);
        }
    }
}
