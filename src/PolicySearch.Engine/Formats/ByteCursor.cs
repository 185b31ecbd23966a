using System.Buffers.Binary;
using System.Text;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads what <see cref="ByteWriter"/> wrote; damaged bytes end in a <see cref="CorruptIndexException"/> that says where.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes, string file, long offset)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Offset in the file of the next byte.</summary>
    public readonly long Offset => offset + _position;

    public readonly bool AtEnd => _position == _bytes.Length;

    public byte ReadByte()
    {
        if ((uint)_position >= (uint)_bytes.Length)
        {
            throw Damaged("expected another byte, found the end of the data");
        }

        return _bytes[_position++];
    }

    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        if ((uint)length > (uint)(_bytes.Length - _position))
        {
            throw Damaged($"expected {length} bytes, found {_bytes.Length - _position}");
        }

        _position += length;
        return _bytes.Slice(_position - length, length);
    }

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadBytes(sizeof(uint)));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(ReadBytes(sizeof(ulong)));

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Damaged("expected a number of at most ten bytes");
    }

    /// <summary>A varint that has to be in 0 to <paramref name="max"/>.</summary>
    public int ReadInt32(int max = int.MaxValue)
    {
        var value = ReadVarint();
        return value <= (ulong)max ? (int)value : throw Damaged($"expected a number up to {max}, found {value}");
    }

    /// <summary>A varint that has to be in 0 to <paramref name="max"/>.</summary>
    public long ReadInt64(long max = long.MaxValue)
    {
        var value = ReadVarint();
        return value <= (ulong)max ? (long)value : throw Damaged($"expected a number up to {max}, found {value}");
    }

    public string ReadString() => Encoding.UTF8.GetString(ReadBytes(ReadInt32()));

    public readonly CorruptIndexException Damaged(string detail) => new(file, Offset, detail);
}
