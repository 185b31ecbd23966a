using System.Buffers.Binary;
using System.Text;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Formats;

/// <summary>An opened file in the envelope of <see cref="FileFormat"/>. Bytes are only reached through checked slices.</summary>
internal sealed class IndexInput
{
    private const int VerifyChunk = 1 << 20;

    private readonly MappedFile _file;
    private readonly long _metaOffset;
    private readonly int _metaLength;

    private IndexInput(MappedFile file, FileFormat format)
    {
        _file = file;
        Format = format;
        Version = CheckHeader(file, format);
        Seal = CheckFooter(file);
        (_metaOffset, _metaLength) = CheckMeta(file);
    }

    public string Name => _file.Name;

    public FileFormat Format { get; }

    /// <summary>The version in which the file is written.</summary>
    public int Version { get; }

    /// <summary>Length and sum as the file's own footer gives them.</summary>
    public FileSeal Seal { get; }

    /// <summary>Where the body ends.</summary>
    public long BodyEnd => _metaOffset;

    /// <summary>Maps the file and checks everything but the sum over its body.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="format">What it has to be.</param>
    /// <param name="expected">What the commit says of it; null where nothing is said.</param>
    public static IndexInput Open(IndexDirectory directory, string name, FileFormat format, FileSeal? expected = null)
    {
        var file = directory.Open(name);
        try
        {
            if (expected is { } seal && seal.Length != file.Length)
            {
                throw new CorruptIndexException(name, file.Length, $"expected a length of {seal.Length} bytes as the commit says, found {file.Length}");
            }

            var input = new IndexInput(file, format);
            if (expected is { } sum && sum.Checksum != input.Seal.Checksum)
            {
                throw new CorruptIndexException(name, file.Length - 4, $"expected checksum {sum.Checksum:x8} as the commit says, found {input.Seal.Checksum:x8}");
            }

            return input;
        }
        catch
        {
            file.Release();
            throw;
        }
    }

    /// <summary>Unmaps the file.</summary>
    public void Release() => _file.Release();

    /// <summary>Bytes of the file; see <see cref="MappedFile.Slice"/>.</summary>
    public ReadOnlySpan<byte> Slice(long offset, int length) => _file.Slice(offset, length);

    /// <summary>At most <paramref name="length"/> bytes: fewer where the body ends before.</summary>
    public ReadOnlySpan<byte> SliceUpTo(long offset, int length)
    {
        if (offset < FileFormat.HeaderLength || offset > BodyEnd)
        {
            throw Damaged(offset, $"expected an offset in the body (up to {BodyEnd})");
        }

        return _file.Slice(offset, (int)Math.Min(length, BodyEnd - offset));
    }

    /// <summary>Reads the body's values from <paramref name="offset"/>, at most <paramref name="length"/> bytes.</summary>
    public ByteCursor Read(long offset, int length) => new(SliceUpTo(offset, length), Name, offset);

    /// <summary>Reads the meta part.</summary>
    public ByteCursor ReadMeta() => new(_file.Slice(_metaOffset, _metaLength), Name, _metaOffset);

    /// <summary>Checks that a table lies in the body.</summary>
    public void CheckRange(long offset, long length, string what)
    {
        if (offset < FileFormat.HeaderLength || length < 0 || offset > BodyEnd - length)
        {
            throw Damaged(offset, $"expected {what} of {length} bytes inside the body (up to {BodyEnd})");
        }
    }

    public CorruptIndexException Damaged(long offset, string detail) => new(Name, offset, detail);

    /// <summary>Computes the sum over the whole file.</summary>
    /// <exception cref="CorruptIndexException">It is not the footer's.</exception>
    public void VerifyChecksum()
    {
        var state = Crc32C.Start;
        var end = _file.Length - sizeof(uint);
        for (long at = 0; at < end; at += VerifyChunk)
        {
            state = Crc32C.Append(state, _file.Slice(at, (int)Math.Min(VerifyChunk, end - at)));
        }

        var found = Crc32C.Finish(state);
        if (found != Seal.Checksum)
        {
            throw Damaged(end, $"expected checksum {Seal.Checksum:x8} over the file, found {found:x8}");
        }
    }

    private static int CheckHeader(MappedFile file, FileFormat format)
    {
        if (file.Length < FileFormat.HeaderLength + FileFormat.TrailerLength)
        {
            throw new CorruptIndexException(file.Name, file.Length, $"expected at least {FileFormat.HeaderLength + FileFormat.TrailerLength} bytes, found {file.Length}");
        }

        var header = file.Slice(0, FileFormat.HeaderLength);
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (magic != FileFormat.HeaderMagic)
        {
            throw new CorruptIndexException(file.Name, 0, $"expected the first bytes to be {FileFormat.HeaderMagic:x8}, found {magic:x8}");
        }

        Span<byte> name = stackalloc byte[FileFormat.NameLength];
        name.Clear();
        Encoding.ASCII.GetBytes(format.Name, name);
        if (!header[FileFormat.NameOffset..].SequenceEqual(name))
        {
            throw new CorruptIndexException(file.Name, FileFormat.NameOffset, $"expected the format '{format.Name}', found '{Encoding.ASCII.GetString(header[FileFormat.NameOffset..]).TrimEnd('\0')}'");
        }

        return CheckVersion(file.Name, BinaryPrimitives.ReadInt32LittleEndian(header[4..]), format);
    }

    private static int CheckVersion(string file, int version, FileFormat format)
    {
        if (version > format.Version)
        {
            throw new IndexVersionException(
                $"{file} is too new: format '{format.Name}' has version {version}, this program reads up to {format.Version}. Use a newer PolicySearch, or build the index again.");
        }

        if (version < format.OldestVersion)
        {
            throw new IndexVersionException(
                $"{file} is too old: format '{format.Name}' has version {version}, this program reads {format.OldestVersion} and later. Build the index again.");
        }

        return version;
    }

    private static FileSeal CheckFooter(MappedFile file)
    {
        var at = file.Length - FileFormat.FooterLength;
        var footer = file.Slice(at, FileFormat.FooterLength);
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(footer);
        if (magic != FileFormat.FooterMagic)
        {
            throw new CorruptIndexException(file.Name, at, $"expected a footer {FileFormat.FooterMagic:x8}, found {magic:x8}: the file was cut short or written over");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(footer[4..]);
        if (length != file.Length)
        {
            throw new CorruptIndexException(file.Name, at + 4, $"expected a length of {length} bytes as the footer says, found {file.Length}");
        }

        return new FileSeal(length, BinaryPrimitives.ReadUInt32LittleEndian(footer[12..]));
    }

    private static (long Offset, int Length) CheckMeta(MappedFile file)
    {
        var at = file.Length - FileFormat.TrailerLength;
        var pointer = file.Slice(at, FileFormat.PointerLength);
        var offset = BinaryPrimitives.ReadInt64LittleEndian(pointer);
        var length = BinaryPrimitives.ReadInt32LittleEndian(pointer[8..]);
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(pointer[12..]);
        if (offset < FileFormat.HeaderLength || length < 0 || offset != at - length)
        {
            throw new CorruptIndexException(file.Name, at, $"expected the meta part to end here, found offset {offset} and length {length}");
        }

        var found = Crc32C.Compute(file.Slice(offset, length));
        if (found != expected)
        {
            throw new CorruptIndexException(file.Name, offset, $"expected checksum {expected:x8} over the meta part, found {found:x8}");
        }

        return (offset, length);
    }
}
