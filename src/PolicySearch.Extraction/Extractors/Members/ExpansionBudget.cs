namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>What the members of one source, with all that is nested in them, may take together.</summary>
/// <param name="limits">The limits.</param>
/// <param name="packedBytes">Size of the source, to which the bytes that it may unpack to are in proportion.</param>
internal sealed class ExpansionBudget(ExtractionLimits limits, long packedBytes)
{
    private const int ChunkBytes = 64 * 1024;

    private readonly long _maxBytes = Math.Min(limits.MaxExpandedBytes, Math.Max(ExtractionLimits.SmallExpansion, packedBytes * limits.MaxExpansion));
    private readonly long _maxPassed = limits.MaxExpandedBytes;
    private long _bytes;
    private long _passed;
    private int _members;
    private int _leftOut;
    private string? _firstLeftOut;

    /// <summary>Whether a limit was reached behind which nothing more is listed.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>What to say of the members for which there was no room; null where there was room for all.</summary>
    public string? LeftOut => _leftOut == 0 ? null
        : $"{_leftOut} of its members {(_leftOut == 1 ? "is" : "are")} left out, the first is {_firstLeftOut}: all together unpack from {packedBytes} to more than {_maxBytes} bytes; it is hostile, or the limits are too low for it";

    /// <summary>Counts a member.</summary>
    /// <exception cref="ExtractionException">There are too many.</exception>
    public void TakeMember()
    {
        if (++_members > limits.MaxMembers)
        {
            IsSpent = true;
            throw new ExtractionException($"it has more than {limits.MaxMembers} members; the further ones are not read");
        }
    }

    /// <summary>Whether there is room for a member of that size; where there is none it is counted as left out, and smaller ones may still follow.</summary>
    public bool HasRoom(string name, long length)
    {
        if (_bytes + length <= _maxBytes)
        {
            return true;
        }

        _leftOut++;
        _firstLeftOut ??= name;
        return false;
    }

    /// <summary>Counts bytes that a member is made of.</summary>
    /// <exception cref="ExtractionException">There are too many.</exception>
    public void TakeBytes(long count)
    {
        _bytes += count;
        if (_bytes > _maxBytes)
        {
            IsSpent = true;
            throw new ExtractionException($"its members unpack from {packedBytes} to more than {_maxBytes} bytes; it is hostile, or the limits are too low for it");
        }
    }

    /// <summary>Counts bytes that have to be unpacked to get behind them, and are not kept.</summary>
    /// <exception cref="ExtractionException">There are too many.</exception>
    public void TakePassed(long count)
    {
        _passed += count;
        if (_passed > _maxPassed)
        {
            IsSpent = true;
            throw new ExtractionException($"more than {_maxPassed} bytes of it had to be passed over; what follows is not read");
        }
    }

    /// <summary>Reads what is left of a stream, which shall be at most <paramref name="length"/> bytes.</summary>
    /// <exception cref="ExtractionException">There are too many bytes.</exception>
    public byte[] ReadAll(Stream stream, long length)
    {
        // A length is only what an archive claims; memory is taken as bytes really come.
        using var bytes = new MemoryStream((int)Math.Min(length, ChunkBytes));
        var chunk = new byte[ChunkBytes];
        int count;
        while ((count = stream.Read(chunk)) > 0)
        {
            TakeBytes(count);
            if (bytes.Length + count > length)
            {
                throw new InvalidDataException("it unpacks to more than it says");
            }

            bytes.Write(chunk, 0, count);
        }

        return bytes.ToArray();
    }

    /// <summary>The reason for a member that is larger than a source may be, or than all members of this one; null where it is not.</summary>
    public string? TooLarge(long length) =>
        length > limits.MaxBytes ? $"it has {length} bytes, the limit is {limits.MaxBytes}; unpack and split it, or raise the limit"
        : length > _maxBytes ? $"it unpacks to {length} bytes, and the whole of what it lies in has {packedBytes}; it is hostile, or the limits are too low for it"
        : null;
}
