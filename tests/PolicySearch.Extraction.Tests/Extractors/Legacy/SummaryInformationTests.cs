using System.Buffers.Binary;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Legacy;

namespace PolicySearch.Extraction.Tests.Extractors.Legacy;

public class SummaryInformationTests
{
    private static readonly DateTime Made = new(1999, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly DateTime Saved = new(2004, 3, 2, 3, 4, 5, DateTimeKind.Utc);

    [Fact]
    public void Title_author_and_the_date_of_the_last_save_are_read_in_the_code_page_that_is_named()
    {
        var file = File(CodePage(932), Text(2, LegacyEncodings.ByCodePage(932).GetBytes("計画\0")), Text(4, "Y. Sato\0"u8), Time(12, Made), Time(13, Saved));
        Assert.Equal(new FileProperties("計画", "Y. Sato", "2004-03-02"), SummaryInformation.Read(file));
    }

    [Fact]
    public void Where_it_was_never_saved_again_the_date_is_that_of_its_making() =>
        Assert.Equal("1999-01-02", SummaryInformation.Read(File(Time(12, Made), Time(13, DateTime.FromFileTimeUtc(0)))).Published);

    [Fact]
    public void Without_the_stream_nothing_is_said()
    {
        Assert.Equal(default, SummaryInformation.Read(SomeCompoundFile.Of(("WordDocument", [1]))));
        Assert.Equal(default, SummaryInformation.Read("no compound file"u8.ToArray()));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Damaged_properties_are_read_as_far_as_they_make_sense(int seed)
    {
        var random = new Random(seed);
        var sound = Stream(CodePage(1252), Text(2, "The plan\0"u8), Time(12, Made), Time(13, Saved));
        for (var round = 0; round < 2000; round++)
        {
            var bytes = sound.ToArray();
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                bytes[random.Next(24, bytes.Length)] = (byte)(random.Next(3) == 0 ? 255 : random.Next(256));
            }

            bytes = bytes[..random.Next(1, bytes.Length + 1)];
            var properties = SummaryInformation.Read(SomeCompoundFile.Of(("\u0005SummaryInformation", bytes)));
            Assert.True(properties.Title is not { Length: > 5000 }, $"seed {seed}, round {round}");
        }
    }

    private static byte[] File(params (int Id, byte[] Value)[] properties) => SomeCompoundFile.Of(("\u0005SummaryInformation", Stream(properties)));

    // A property set of one section, whose list says where each value stands.
    private static byte[] Stream(params (int Id, byte[] Value)[] properties)
    {
        var head = new byte[48];
        head[0] = 0xFE;
        head[1] = 0xFF;
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), 1);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(44), head.Length);
        var list = new List<byte>();
        var values = new List<byte>();
        foreach (var (id, value) in properties)
        {
            list.AddRange(BitConverter.GetBytes(id));
            list.AddRange(BitConverter.GetBytes(8 + (8 * properties.Length) + values.Count));
            values.AddRange([.. value, .. new byte[(4 - (value.Length % 4)) % 4]]);
        }

        return [.. head, .. BitConverter.GetBytes(8 + list.Count + values.Count), .. BitConverter.GetBytes(properties.Length), .. list, .. values];
    }

    private static (int Id, byte[] Value) CodePage(short number) => (1, [.. BitConverter.GetBytes(2), .. BitConverter.GetBytes(number)]);

    private static (int Id, byte[] Value) Text(int id, ReadOnlySpan<byte> text) => (id, [.. BitConverter.GetBytes(30), .. BitConverter.GetBytes(text.Length), .. text]);

    private static (int Id, byte[] Value) Time(int id, DateTime time) => (id, [.. BitConverter.GetBytes(64), .. BitConverter.GetBytes(time.ToFileTimeUtc())]);
}
