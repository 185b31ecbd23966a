using System.Buffers.Binary;
using System.Text;

namespace PolicySearch.Extraction.Extractors.Legacy;

/// <summary>The container of Office documents of 1997 to 2003: streams in chains of sectors (Microsoft's [MS-CFB], versions 3 and 4). Only what lies at its top level is listed.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MiniShift = 6;
    private const uint MaxSector = 0xFFFFFFFA;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _sectorShift;
    private readonly uint _miniCutoff;
    private readonly List<uint> _fat = [];
    private readonly Dictionary<string, (uint Start, long Size)> _streams = new(StringComparer.OrdinalIgnoreCase);
    private uint[]? _miniFat;
    private byte[] _mini = [];
    private uint _miniStart;
    private long _miniSize;

    private CompoundFile(ReadOnlyMemory<byte> content)
    {
        _content = content;
        _sectorShift = Header16(30);
        _miniCutoff = Header32(56);
        if (_sectorShift is not (9 or 12))
        {
            throw new InvalidDataException("its sectors have an unknown size");
        }

        ReadFat();
        ReadDirectory(Chain(Header32(48), long.MaxValue));
    }

    /// <summary>Its first bytes.</summary>
    public static ReadOnlySpan<byte> Start => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Opens it.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> content) => content.Length >= HeaderBytes && content.Span.StartsWith(Start)
        ? new CompoundFile(content)
        : throw new InvalidDataException("it is cut off");

    /// <summary>Whether there is a stream or folder of that name.</summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The bytes of a stream, at most <paramref name="most"/> of them; null where there is none of that name.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public byte[]? Read(string name, long most = long.MaxValue)
    {
        if (!_streams.TryGetValue(name, out var stream))
        {
            return null;
        }

        var size = Math.Min(stream.Size, most);
        return stream.Size >= _miniCutoff ? Chain(stream.Start, size) : MiniChain(stream.Start, size);
    }

    // The sectors of the allocation table are listed in the header, and for large files in a chain of further lists.
    private void ReadFat()
    {
        for (var i = 0; i < 109; i++)
        {
            AddFat(Header32(76 + (i * 4)));
        }

        var next = Header32(68);
        for (var guard = SectorCount; next < MaxSector && guard > 0; guard--)
        {
            var list = Sector(next).Span;
            for (var at = 0; at < list.Length - 4; at += 4)
            {
                AddFat(BinaryPrimitives.ReadUInt32LittleEndian(list[at..]));
            }

            next = BinaryPrimitives.ReadUInt32LittleEndian(list[^4..]);
        }
    }

    private void AddFat(uint sector)
    {
        // A table cannot say more than there are sectors to say it of.
        if (sector >= MaxSector || _fat.Count > SectorCount)
        {
            return;
        }

        var numbers = Sector(sector).Span;
        for (var at = 0; at + 4 <= numbers.Length; at += 4)
        {
            _fat.Add(BinaryPrimitives.ReadUInt32LittleEndian(numbers[at..]));
        }
    }

    private void ReadDirectory(byte[] directory)
    {
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var entry = directory.AsSpan(at, EntryBytes);
            var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2;
            if (entry[66] == 0 || nameBytes is < 2 or > 62)
            {
                continue;
            }

            var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
            if (entry[66] == 5)
            {
                (_miniStart, _miniSize) = (start, size);
            }
            else
            {
                _streams.TryAdd(Encoding.Unicode.GetString(entry[..nameBytes]), (start, size));
            }
        }
    }

    private byte[] Chain(uint sector, long most)
    {
        using var bytes = new MemoryStream();
        for (var guard = SectorCount; sector < MaxSector && bytes.Length < most; guard--)
        {
            if (guard == 0)
            {
                throw new InvalidDataException("a chain of its sectors has no end");
            }

            var part = Sector(sector).Span;
            bytes.Write(part[..(int)Math.Min(part.Length, most - bytes.Length)]);
            sector = sector < _fat.Count ? _fat[(int)sector] : MaxSector;
        }

        return bytes.ToArray();
    }

    // Short streams share one long one, in sectors of 64 bytes.
    private byte[] MiniChain(uint sector, long most)
    {
        if (_miniFat is null)
        {
            _mini = Chain(_miniStart, _miniSize);
            var table = Chain(Header32(60), long.MaxValue);
            _miniFat = [.. Enumerable.Range(0, table.Length / 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(i * 4)))];
        }

        using var bytes = new MemoryStream();
        for (var guard = _miniFat.Length; sector < _miniFat.Length && bytes.Length < most && guard >= 0; guard--)
        {
            var at = (long)sector << MiniShift;
            if (at >= _mini.Length)
            {
                break;
            }

            bytes.Write(_mini.AsSpan((int)at, (int)Math.Min(Math.Min(1 << MiniShift, _mini.Length - at), most - bytes.Length)));
            sector = _miniFat[sector];
        }

        return bytes.ToArray();
    }

    private int SectorCount => (_content.Length >> _sectorShift) + 1;

    // The last one may be cut short.
    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var at = ((long)number + 1) << _sectorShift;
        return at < _content.Length
            ? _content.Slice((int)at, (int)Math.Min(1 << _sectorShift, _content.Length - at))
            : throw new InvalidDataException("it names a sector behind its end");
    }

    private ushort Header16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_content.Span[at..]);

    private uint Header32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_content.Span[at..]);
}
