using System.Buffers.Binary;
using System.Text;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes one file in the envelope of <see cref="FileFormat"/>.</summary>
internal sealed class IndexOutput : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly OutputFile _file;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _buffered;
    private long _flushed;
    private uint _checksum = Crc32C.Start;

    public IndexOutput(IndexDirectory directory, string name, FileFormat format)
    {
        Name = name;
        Format = format;
        _file = directory.Create(name);
        Span<byte> header = stackalloc byte[FileFormat.HeaderLength];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, FileFormat.HeaderMagic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], format.Version);
        Encoding.ASCII.GetBytes(format.Name, header[FileFormat.NameOffset..]);
        Write(header);
    }

    public string Name { get; }

    public FileFormat Format { get; }

    /// <summary>Bytes written so far: the offset of the next one.</summary>
    public long Position => _flushed + _buffered;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_buffered == BufferLength)
            {
                Flush();
            }

            var taken = Math.Min(bytes.Length, BufferLength - _buffered);
            bytes[..taken].CopyTo(_buffer.AsSpan(_buffered));
            _buffered += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Writes meta, pointer, padding and footer, and closes the file.</summary>
    public FileSeal Finish(ReadOnlySpan<byte> meta)
    {
        Span<byte> pointer = stackalloc byte[FileFormat.PointerLength + FileFormat.PaddingLength];
        pointer.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(pointer, Position);
        BinaryPrimitives.WriteInt32LittleEndian(pointer[8..], meta.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(pointer[12..], Crc32C.Compute(meta));
        Write(meta);
        Write(pointer);

        Span<byte> footer = stackalloc byte[FileFormat.FooterLength];
        var length = Position + FileFormat.FooterLength;
        BinaryPrimitives.WriteUInt32LittleEndian(footer, FileFormat.FooterMagic);
        BinaryPrimitives.WriteInt64LittleEndian(footer[4..], length);
        Write(footer[..12]);
        Flush();
        var checksum = Crc32C.Finish(_checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[12..], checksum);
        _file.Write(footer[12..]);
        _file.Dispose();
        return new FileSeal(length, checksum);
    }

    public void Dispose() => _file.Dispose();

    private void Flush()
    {
        var bytes = _buffer.AsSpan(0, _buffered);
        _file.Write(bytes);
        _checksum = Crc32C.Append(_checksum, bytes);
        _flushed += _buffered;
        _buffered = 0;
    }
}
