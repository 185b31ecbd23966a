using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Tests.Formats;

public sealed class PackingTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Lanes_of_every_width_are_read_back(int lanes)
    {
        var random = new Random(lanes);
        for (var width = 0; width <= LanePacking.MaxWidth; width++)
        {
            var values = Enumerable.Range(0, LanePacking.Rows * lanes).Select(_ => width == 0 ? 0u : (uint)random.NextInt64(1L << width)).ToArray();
            Assert.True(LanePacking.WidthOf(values) <= width);
            var packed = new byte[LanePacking.ByteCount(lanes, width)];
            LanePacking.Pack(values, lanes, width, packed);
            var read = new uint[values.Length];
            LanePacking.Unpack(packed, lanes, width, read);
            Assert.Equal(values, read);
        }
    }

    [Fact]
    public void Blocks_of_every_width_are_decoded_alike_on_every_path()
    {
        var random = new Random(2);
        var (values, decoded) = (new uint[256], new int[256]);
        for (var width = 0; width <= 31; width++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = width == 0 ? 0 : (uint)random.NextInt64(1L << width);
            }

            var packed = new byte[LanePacking.ByteCount(8, width)];
            LanePacking.Pack(values, 8, width, packed);
            var before = random.Next(-1, 1000);
            long last = before;
            var docs = values.Select(v => (int)(last += v + 1)).ToArray();
            foreach (var path in Enum.GetValues<VectorPath>())
            {
                BlockDecoder.Values(new PatchedBlock(width, packed), decoded, path);
                Assert.Equal(values.Select(v => (int)(v + 1)), decoded);
                Assert.Equal(last, BlockDecoder.Docs(packed, width, before, decoded, path));
                Assert.Equal(docs, decoded);
            }
        }
    }

    [Fact]
    public void Patches_that_name_a_place_many_times_give_no_number_of_more_bits()
    {
        var lanes = new byte[LanePacking.ByteCount(8, 22)];
        lanes.AsSpan().Fill(byte.MaxValue);
        byte[] patches = [.. Enumerable.Repeat((byte)7, 24), .. Enumerable.Repeat(byte.MaxValue, 24)];
        var decoded = new int[256];
        foreach (var path in Enum.GetValues<VectorPath>())
        {
            BlockDecoder.Values(new PatchedBlock(22, lanes, patches), decoded, path);
            Assert.Equal(1 << 30, decoded[7]);
            Assert.All(decoded.Where((_, i) => i != 7), value => Assert.Equal(1 << 22, value));
        }
    }

    [Fact]
    public void Blocks_with_a_few_large_numbers_are_patched_and_decoded_alike_on_every_path()
    {
        var random = new Random(3);
        var decoded = new int[256];
        for (var width = 0; width <= 30; width++)
        {
            var large = random.Next(1, 20);
            var values = Enumerable.Range(0, 256).Select(i => (uint)random.NextInt64(1L << (i < large ? Math.Min(31, width + 1 + random.Next(8)) : width))).OrderBy(_ => random.Next()).ToArray();
            var target = new ByteWriter();
            PatchedBlock.Write(values, target);
            var bytes = target.Written;
            Assert.True(bytes.Length <= 1 + LanePacking.ByteCount(8, LanePacking.WidthOf(values)));
            var (packed, isPatched) = (bytes[0] & 63, bytes[0] >= 64);
            var lanes = bytes.Slice(1, LanePacking.ByteCount(8, packed));
            Assert.Equal(isPatched ? bytes[1 + lanes.Length] * 2 : -1, bytes.Length - lanes.Length - 2);
            var block = new PatchedBlock(packed, lanes, isPatched ? bytes[(2 + lanes.Length)..] : []);
            for (var i = 0; i < values.Length; i++)
            {
                Assert.Equal((int)values[i], block[i]);
            }

            foreach (var path in Enum.GetValues<VectorPath>())
            {
                BlockDecoder.Values(block, decoded, path);
                Assert.Equal(values.Select(v => (int)(v + 1)), decoded);
            }
        }
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.99)]
    [InlineData(1)]
    public void Bits_of_every_density_are_read_alike_on_every_path(double density)
    {
        var random = new Random(4);
        for (var words = 0; words < 40; words++)
        {
            var expected = Enumerable.Range(0, words * 64).Where(_ => random.NextDouble() < density).ToArray();
            var bits = BitSet.Create(words * 64);
            Array.ForEach(expected, bit => BitSet.Add(bits, bit));
            foreach (var path in Enum.GetValues<VectorPath>())
            {
                var (found, from, docs) = (new List<int>(), 0, new int[random.Next(64, 200)]);
                for (var read = BitDecoder.Read(bits, ref from, docs, low: 128, path); read > 0; read = BitDecoder.Read(bits, ref from, docs, low: 128, path))
                {
                    found.AddRange(docs.AsSpan(0, read));
                }

                Assert.Equal(expected.Select(bit => bit + 128), found);
            }
        }
    }

    [Fact]
    public void The_lane_layout_is_the_documented_one()
    {
        // Number i is row i / 8 of lane i % 8; with a width of 16 two rows share a word, low half first.
        var values = Enumerable.Range(0, 256).Select(i => (uint)i).ToArray();
        var packed = new byte[LanePacking.ByteCount(8, 16)];
        LanePacking.Pack(values, 8, 16, packed);
        Assert.Equal((uint)(3 | (11 << 16)), BitConverter.ToUInt32(packed, 3 * 4));
        Assert.Equal((uint)(16 | (24 << 16)), BitConverter.ToUInt32(packed, 8 * 4));
    }

    [Fact]
    public void Flat_numbers_of_every_width_are_read_back()
    {
        var random = new Random(1);
        for (var bits = 0; bits <= 64; bits++)
        {
            var max = bits == 0 ? 0 : ulong.MaxValue >> (64 - bits);
            var width = FlatPacking.WidthOf(max);
            Assert.True(FlatPacking.IsWidth(width));
            var values = Enumerable.Range(0, 100).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) & max).Append(max).ToArray();
            var target = new ByteWriter();
            var packer = new FlatPacker(target, width);
            foreach (var value in values)
            {
                packer.Add(value);
            }

            packer.Finish();
            Assert.Equal(FlatPacking.ByteCount(values.Length, width), target.Length);
            target.Write(new byte[8]);
            Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => FlatPacking.Read(target.Written, i, width)));
        }
    }

    [Fact]
    public void Varints_and_strings_are_read_back()
    {
        var writer = new ByteWriter();
        ulong[] numbers = [0, 1, 127, 128, 16383, 16384, int.MaxValue, ulong.MaxValue];
        foreach (var number in numbers)
        {
            writer.WriteVarint(number);
        }

        writer.WriteString("経済産業省 METI");
        var cursor = new ByteCursor(writer.Written, "f", 0);
        foreach (var number in numbers)
        {
            Assert.Equal(number, cursor.ReadVarint());
        }

        Assert.Equal("経済産業省 METI", cursor.ReadString());
        Assert.True(cursor.AtEnd);
    }

    [Fact]
    public void Damaged_varints_end_in_an_error_with_the_offset()
    {
        Assert.Equal(102, Assert.Throws<CorruptIndexException>(() => Read([0x80, 0x80])).Offset);
        Assert.Throws<CorruptIndexException>(() => Read([.. Enumerable.Repeat((byte)0xFF, 20)]));

        static ulong Read(byte[] bytes) => new ByteCursor(bytes, "f", 100).ReadVarint();
    }
}
