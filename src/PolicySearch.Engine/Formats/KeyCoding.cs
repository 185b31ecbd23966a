namespace PolicySearch.Engine.Formats;

/// <summary>Keys one after the other, each without the part that it begins with in common with the one before.</summary>
/// <remarks>
/// <code>
/// head u8: shared bytes in the high four bits, other bytes in the low four, 15 standing for 15 or more
/// shared bytes - 15 varint (only after 15), other bytes - 15 varint (only after 15), the other bytes
/// </code>
/// </remarks>
internal static class KeyCoding
{
    private const int Most = 15;

    public static void Write(ByteWriter target, ReadOnlySpan<byte> before, ReadOnlySpan<byte> key)
    {
        var shared = before.CommonPrefixLength(key);
        var rest = key[shared..];
        target.WriteByte((byte)((Math.Min(shared, Most) << 4) | Math.Min(rest.Length, Most)));
        if (shared >= Most)
        {
            target.WriteVarint(shared - Most);
        }

        if (rest.Length >= Most)
        {
            target.WriteVarint(rest.Length - Most);
        }

        target.Write(rest);
    }

    /// <summary>Reads a key over the one before.</summary>
    /// <param name="cursor">Where the key's code stands.</param>
    /// <param name="key">The key before, and then this one; it grows when it has to.</param>
    /// <param name="length">The length of the key before.</param>
    /// <returns>The length of the key.</returns>
    public static int Read(ref ByteCursor cursor, ref byte[] key, int length)
    {
        var head = cursor.ReadByte();
        var shared = head >> 4;
        shared += shared == Most ? cursor.ReadInt32(RecordsFormat.MaxKeyLength) : 0;
        var rest = head & Most;
        rest += rest == Most ? cursor.ReadInt32(RecordsFormat.MaxKeyLength) : 0;
        if (shared > length || shared + rest > RecordsFormat.MaxKeyLength)
        {
            throw cursor.Damaged($"expected a key that shares at most {length} bytes and has at most {RecordsFormat.MaxKeyLength}, found {shared} and {shared + rest}");
        }

        var bytes = cursor.ReadBytes(rest);
        if (shared + rest > key.Length)
        {
            Array.Resize(ref key, Math.Max(shared + rest, key.Length * 2));
        }

        bytes.CopyTo(key.AsSpan(shared));
        return shared + rest;
    }
}
