using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Tests.Formats;

public sealed class NormEncodingTests
{
    [Fact]
    public void Every_byte_stands_for_a_length_that_gives_it_again_and_lengths_ascend()
    {
        for (var norm = 0; norm < 256; norm++)
        {
            Assert.Equal(norm, NormEncoding.Encode(NormEncoding.Decode((byte)norm)));
            Assert.True(norm == 0 || NormEncoding.Decode((byte)norm) > NormEncoding.Decode((byte)(norm - 1)));
        }
    }

    // As Lucene's SmallFloat.byte4ToInt(intToByte4(n)) gives them.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(23, 23)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(43, 42)]
    [InlineData(100, 96)]
    [InlineData(200, 200)]
    [InlineData(210, 200)]
    [InlineData(1000, 984)]
    [InlineData(int.MaxValue, 2013265944)]
    public void A_length_is_rounded_down_to_four_bits(int length, int kept) => Assert.Equal(kept, NormEncoding.Decode(NormEncoding.Encode(length)));
}
