using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Formats;

public sealed class EnvelopeTests
{
    private static readonly FileFormat Format = new("test", 3, 2);

    [Fact]
    public void A_sound_file_opens_and_gives_body_and_meta()
    {
        var directory = new MemoryDirectory();
        var seal = Write(directory, Format);
        var input = IndexInput.Open(directory, "f", Format, seal);
        input.VerifyChecksum();
        Assert.Equal("body"u8.ToArray(), input.Slice(FileFormat.HeaderLength, 4).ToArray());
        Assert.Equal((byte)'m', input.ReadMeta().ReadByte());
        Assert.True(input.Seal.Length - input.BodyEnd >= 64 + FileFormat.FooterLength);
    }

    [Fact]
    public void Every_changed_byte_is_found_and_all_but_the_body_already_on_opening()
    {
        var directory = new MemoryDirectory();
        var seal = Write(directory, Format);
        var bytes = directory.Read("f");
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x10;
            directory.Put("f", changed);
            var isBody = at is >= FileFormat.HeaderLength and < FileFormat.HeaderLength + 4;
            var isPadding = at >= bytes.Length - FileFormat.FooterLength - FileFormat.PaddingLength && at < bytes.Length - FileFormat.FooterLength;
            var error = Record.Exception(() => IndexInput.Open(directory, "f", Format, seal));
            Assert.True(error is null == (isBody || isPadding), $"byte {at}: {error}");
            Assert.True(error is null or CorruptIndexException or IndexVersionException, $"byte {at}: {error}");
            if (error is null)
            {
                var input = IndexInput.Open(directory, "f", Format, seal);
                Assert.Throws<CorruptIndexException>(input.VerifyChecksum);
            }
        }
    }

    [Fact]
    public void A_file_cut_at_any_length_is_damaged()
    {
        var directory = new MemoryDirectory();
        Write(directory, Format);
        var bytes = directory.Read("f");
        for (var length = 0; length < bytes.Length; length++)
        {
            directory.Put("f", bytes.AsSpan(0, length));
            Assert.Throws<CorruptIndexException>(() => IndexInput.Open(directory, "f", Format));
        }
    }

    [Fact]
    public void Too_old_and_too_new_are_told_apart_and_name_the_file()
    {
        var directory = new MemoryDirectory();
        Write(directory, Format with { Version = 4 });
        Assert.Contains("f is too new", Assert.Throws<IndexVersionException>(() => IndexInput.Open(directory, "f", Format)).Message, StringComparison.Ordinal);
        Write(directory, Format with { Version = 1 });
        Assert.Contains("f is too old", Assert.Throws<IndexVersionException>(() => IndexInput.Open(directory, "f", Format)).Message, StringComparison.Ordinal);
        Write(directory, Format with { Version = 2 });
        Assert.Equal(2, IndexInput.Open(directory, "f", Format).Version);
    }

    [Fact]
    public void Another_file_under_the_same_name_is_not_taken_for_the_committed_one()
    {
        var directory = new MemoryDirectory();
        var seal = Write(directory, Format);
        Write(directory, Format, "bodY"u8);
        Assert.Throws<CorruptIndexException>(() => IndexInput.Open(directory, "f", Format, seal));
    }

    [Fact]
    public void A_file_larger_than_the_buffer_is_read_back()
    {
        var directory = new MemoryDirectory();
        var body = new byte[200_000];
        new Random(1).NextBytes(body);
        Write(directory, Format, body);
        var input = IndexInput.Open(directory, "f", Format);
        input.VerifyChecksum();
        Assert.Equal(body, input.Slice(FileFormat.HeaderLength, body.Length).ToArray());
    }

    private static FileSeal Write(MemoryDirectory directory, FileFormat format, ReadOnlySpan<byte> body = default)
    {
        using var output = new IndexOutput(directory, "f", format);
        output.Write(body.IsEmpty ? "body"u8 : body);
        return output.Finish("meta"u8);
    }
}
