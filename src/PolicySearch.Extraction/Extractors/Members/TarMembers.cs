using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The files in a TAR archive, read in one pass: ustar, POSIX and GNU forms. Links and devices are passed over and counted; behind what is damaged the next header is looked for.</summary>
/// <remarks>The base library's reader takes as much memory as a hostile header claims, so this is the project's own.</remarks>
/// <param name="stream">The archive's bytes, unpacked; disposed with this.</param>
/// <param name="budget">Counts what is read.</param>
internal sealed class TarMembers(Stream stream, ExpansionBudget budget) : IMemberList
{
    private const int MostHeaderBytes = 1024 * 1024;

    private readonly byte[] _block = new byte[TarHeader.Length];
    private readonly LeftOutMembers _leftOut = new();
    private bool _hasEnd;
    private long _lost;

    // What extended headers say of the member that follows them.
    private string? _name;
    private long? _size;
    private bool _isSparse;

    /// <inheritdoc/>
    public RawMember? Next()
    {
        while (ReadHeader() is { } header)
        {
            switch (header.Kind)
            {
                case 'L':
                    _name = TarHeader.Text(ReadExtension(header.Size));
                    break;
                case 'x':
                    Apply(PaxRecords.Read(ReadExtension(header.Size)));
                    break;
                case '1' or '2' or '3' or '4' or '5' or '6':
                    // No bytes follow, whatever the size says.
                    Leave(header.Kind);
                    break;
                case '0' or '7' or '\0' or 'S' when ReadFile(header) is { } member:
                    return member;
                case not ('0' or '7' or '\0' or 'S'):
                    Skip(header.Size);
                    break;
            }
        }

        return _lost == 0 ? null : throw new ExtractionException($"it is a damaged TAR archive: {_lost} bytes between its members, or behind them, could not be read");
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes => _hasEnd ? _leftOut.Notes : [.. _leftOut.Notes, "it has no end mark, so it may have been cut off"];

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    // The end mark is a block of zeros; archives that were put behind one another have several.
    private TarHeader? ReadHeader()
    {
        int count;
        while ((count = stream.ReadAtLeast(_block, _block.Length, throwOnEndOfStream: false)) > 0)
        {
            budget.TakePassed(count);
            if (!_block.AsSpan(0, count).ContainsAnyExcept((byte)0))
            {
                _hasEnd = true;
            }
            else if (TarHeader.Read(_block.AsSpan(0, count)) is { } header)
            {
                return header;
            }
            else
            {
                _lost += count;
            }
        }

        return null;
    }

    private RawMember? ReadFile(TarHeader header)
    {
        var name = _name ?? header.Name;
        var size = _size ?? header.Size;
        var failure = _isSparse || header.Kind == 'S' ? "it is stored as a sparse file, which is not read; unpack it" : budget.TooLarge(size);
        Forget();
        if (name.EndsWith('/') || MemberNames.IsHidden(name) || failure is not null)
        {
            Skip(size);
            return failure is null ? null : new RawMember(name, default, failure);
        }

        if (!budget.HasRoom(name, size))
        {
            Skip(size);
            return null;
        }

        return new RawMember(name, Read((int)size));
    }

    private void Leave(char kind)
    {
        Forget();
        if (kind != '5')
        {
            _leftOut.Count(isLink: kind is '1' or '2');
        }
    }

    private void Apply(Dictionary<string, string> records)
    {
        _name = records.GetValueOrDefault("path") ?? _name;
        _size = records.TryGetValue("size", out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : _size;
        _isSparse |= records.Keys.Any(key => key.StartsWith("GNU.sparse.", StringComparison.Ordinal));
    }

    private void Forget() => (_name, _size, _isSparse) = (null, null, false);

    private byte[] ReadExtension(long size) => size <= MostHeaderBytes
        ? Read((int)size)
        : throw new ExtractionException($"it is a broken or hostile TAR archive: a name or header has {size} bytes");

    private byte[] Read(int size)
    {
        using var bytes = new MemoryStream(Math.Min(size, MostHeaderBytes));
        Pass(size, bytes);
        Pass(Padding(size), into: null);
        return bytes.ToArray();
    }

    private void Skip(long size)
    {
        Pass(size, into: null);
        Pass(Padding(size), into: null);
    }

    private void Pass(long count, MemoryStream? into)
    {
        while (count > 0)
        {
            var part = stream.Read(_block, 0, (int)Math.Min(count, _block.Length));
            if (part == 0)
            {
                throw new ExtractionException("it is a TAR archive that breaks off in a member");
            }

            Take(part, isKept: into is not null);
            into?.Write(_block, 0, part);
            count -= part;
        }
    }

    private void Take(int count, bool isKept)
    {
        if (isKept)
        {
            budget.TakeBytes(count);
        }
        else
        {
            budget.TakePassed(count);
        }
    }

    private static long Padding(long size) => (TarHeader.Length - (size % TarHeader.Length)) % TarHeader.Length;
}
