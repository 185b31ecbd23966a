using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The files in a ZIP archive whose list of members is missing or damaged, as when a download broke off: found by the header before each (APPNOTE 4.3.7).</summary>
/// <param name="content">The archive's bytes.</param>
/// <param name="budget">Counts what is unpacked.</param>
internal sealed class ZipRemains(ReadOnlyMemory<byte> content, ExpansionBudget budget) : IMemberList
{
    private const int HeaderLength = 30;
    private const int DescriptorLength = 16;
    private const string BreaksOff = "the archive breaks off in it, or is damaged there";

    private int _at;
    private int _found;

    private static ReadOnlySpan<byte> DescriptorStart => "PK\u0007\u0008"u8;

    /// <summary>Name of the first file; null where there is none.</summary>
    public static string? FirstName(ReadOnlySpan<byte> content) => NextHeader(content, 0) is >= 0 and var at ? Header.At(content, at).Name : null;

    /// <inheritdoc/>
    public RawMember? Next()
    {
        while (NextHeader(content.Span, _at) is >= 0 and var at)
        {
            var header = Header.At(content.Span, at);
            var read = Read(header);
            if (read is { } member && !header.Name.EndsWith('/') && !MemberNames.IsHidden(header.Name))
            {
                _found += member.Failure is null ? 1 : 0;
                return member;
            }
        }

        throw new ExtractionException($"it is a broken ZIP file whose list of members cannot be read; {_found} {(_found == 1 ? "member was" : "members were")} found without it, others may be lost");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Everything is in memory.
    }

    // Behind a header that does not hold, the next is looked for from its own data on.
    private RawMember? Read(Header header)
    {
        _at = header.Data;
        if (header.IsEncrypted)
        {
            return new RawMember(header.Name, default, ZipMember.Protected);
        }

        var sizes = header.HasDescriptor ? Described(header) : header.Sizes;
        if (sizes is not { } known || known.Packed > content.Length - header.Data)
        {
            return new RawMember(header.Name, default, BreaksOff);
        }

        _at = header.Data + (int)known.Packed;
        var packed = content.Slice(header.Data, (int)known.Packed);
        return new ZipMember(header.Name, known.Length, known.Checksum).Read(() => Unpacked(header, packed), budget);
    }

    // A program that wrote to a pipe put the sizes behind the bytes. They are looked for up to the next header alone, so that all searches together pass over each byte once.
    private Sizes? Described(Header header)
    {
        var bytes = content.Span;
        var next = NextHeader(bytes, header.Data);
        var data = bytes[header.Data..(next < 0 ? bytes.Length : next)];
        for (var at = data.IndexOf(DescriptorStart); at >= 0;)
        {
            if (data.Length - at >= DescriptorLength && Sizes.At(data[(at + 4)..]) is var sizes && sizes.Packed == at)
            {
                return sizes;
            }

            var further = data[(at + 4)..].IndexOf(DescriptorStart);
            at = further < 0 ? -1 : at + 4 + further;
        }

        return null;
    }

    private static Stream Unpacked(Header header, ReadOnlyMemory<byte> packed)
    {
        var stream = MemoryMarshal.TryGetArray(packed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(packed.ToArray(), writable: false);
        return header.Method switch
        {
            0 => stream,
            8 => new DeflateStream(stream, CompressionMode.Decompress),
            _ => throw new NotSupportedException($"method {header.Method}"),
        };
    }

    private static int NextHeader(ReadOnlySpan<byte> bytes, int from)
    {
        while (from < bytes.Length && bytes[from..].IndexOf(ZipMembers.Start) is >= 0 and var further)
        {
            var at = from + further;
            if (Header.IsAt(bytes, at))
            {
                return at;
            }

            from = at + ZipMembers.Start.Length;
        }

        return -1;
    }

    /// <summary>What a header or descriptor says of a file's bytes.</summary>
    private readonly record struct Sizes(uint Checksum, long Packed, long Length)
    {
        public static Sizes At(ReadOnlySpan<byte> bytes) => new(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
    }

    /// <summary>The header before a file.</summary>
    private readonly record struct Header(string Name, int Flags, int Method, Sizes Sizes, int Data)
    {
        public bool IsEncrypted => (Flags & 1) != 0;

        public bool HasDescriptor => (Flags & 8) != 0;

        public static bool IsAt(ReadOnlySpan<byte> bytes, int at) =>
            bytes.Length - at >= HeaderLength && NameLength(bytes, at) is > 0 and var name && name + ExtraLength(bytes, at) <= bytes.Length - at - HeaderLength;

        public static Header At(ReadOnlySpan<byte> bytes, int at)
        {
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 6)..]);
            var name = bytes.Slice(at + HeaderLength, NameLength(bytes, at)).ToArray();
            return new Header(
                (flags & 0x800) != 0 ? Encoding.UTF8.GetString(name) : ZipNameEncoding.Instance.GetString(name),
                flags,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 8)..]),
                Sizes.At(bytes[(at + 14)..]),
                at + HeaderLength + name.Length + ExtraLength(bytes, at));
        }

        private static int NameLength(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 26)..]);

        private static int ExtraLength(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 28)..]);
    }
}
