namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>What the members of one source, with all that is nested in them, may take together.</summary>
/// <param name="limits">The limits.</param>
/// <param name="packedBytes">Size of the source, to which the bytes that it may unpack to are in proportion.</param>
internal sealed class ExpansionBudget(ExtractionLimits limits, long packedBytes)
{
    private const int ChunkBytes = 64 * 1024;

    private readonly long _maxBytes = Math.Min(limits.MaxExpandedBytes, Math.Max(ExtractionLimits.SmallExpansion, packedBytes * limits.MaxExpansion));
    private long _bytes;
    private int _members;

    /// <summary>Largest member, in bytes.</summary>
    public int MaxMemberBytes => limits.MaxBytes;

    /// <summary>Whether a limit was reached, so that nothing more is unpacked.</summary>
    public bool IsSpent { get; private set; }

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

    /// <summary>Counts bytes that were unpacked.</summary>
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

    /// <summary>The reason for a member that is larger than a source may be; null where it is not.</summary>
    public string? TooLarge(long length) =>
        length > MaxMemberBytes ? $"it has {length} bytes, the limit is {MaxMemberBytes}; unpack and split it, or raise the limit" : null;
}
