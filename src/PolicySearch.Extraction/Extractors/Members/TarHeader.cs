using System.Globalization;
using System.Text;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The block before each member of a TAR archive (POSIX.1-1988 ustar, with GNU's large numbers).</summary>
/// <param name="Name">Name with its prefix.</param>
/// <param name="Size">Bytes that follow.</param>
/// <param name="Kind">Its type flag.</param>
internal readonly record struct TarHeader(string Name, long Size, char Kind)
{
    /// <summary>Bytes of a block.</summary>
    public const int Length = 512;

    private const int SizeAt = 124;
    private const int ChecksumAt = 148;
    private const int KindAt = 156;
    private const int MagicAt = 257;
    private const int PrefixAt = 345;

    /// <summary>Whether bytes begin with a block whose checksum is right.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Length || bytes[0] == 0 || Octal(bytes.Slice(ChecksumAt, 8)) is not { } expected)
        {
            return false;
        }

        // The field itself counts as spaces; old programs added the bytes with their signs.
        long sum = 8 * ' ';
        long signed = sum;
        for (var i = 0; i < Length; i++)
        {
            var isChecksum = i is >= ChecksumAt and < ChecksumAt + 8;
            sum += isChecksum ? 0 : bytes[i];
            signed += isChecksum ? 0 : (sbyte)bytes[i];
        }

        return sum == expected || signed == expected;
    }

    /// <summary>The header in a block; null where it is none.</summary>
    public static TarHeader? Read(ReadOnlySpan<byte> block)
    {
        if (!IsAt(block) || Number(block.Slice(SizeAt, 12)) is not { } size)
        {
            return null;
        }

        var name = Text(block[..100]);
        var prefix = block[MagicAt..].StartsWith("ustar\0"u8) ? Text(block.Slice(PrefixAt, 155)) : "";
        return new TarHeader(prefix.Length > 0 ? prefix + "/" + name : name, size, (char)block[KindAt]);
    }

    /// <summary>The text before the first NUL.</summary>
    public static string Text(ReadOnlySpan<byte> field) => TextEncodings.Decode(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    // Octal digits, or for large numbers binary behind a set high bit; negative ones make no sense here.
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if (field[0] < 0x80)
        {
            return Octal(field);
        }

        long value = field[0] & 0x3F;
        foreach (var digit in field[1..])
        {
            if (value > long.MaxValue >> 8)
            {
                return null;
            }

            value = (value << 8) | digit;
        }

        return (field[0] & 0x40) == 0 ? value : null;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        long value = 0;
        foreach (var digit in field.Trim(" \0"u8))
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }
}

/// <summary>The records of a POSIX extended header: <c>length key=value</c> and a line end each.</summary>
internal static class PaxRecords
{
    /// <summary>All records; what is broken ends them.</summary>
    public static Dictionary<string, string> Read(ReadOnlySpan<byte> bytes)
    {
        var records = new Dictionary<string, string>(StringComparer.Ordinal);
        while (bytes.IndexOf((byte)' ') is > 0 and < 10 and var space
            && int.TryParse(bytes[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > space + 2 && length <= bytes.Length)
        {
            var record = Encoding.UTF8.GetString(bytes[(space + 1)..(length - 1)]);
            var equals = record.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                records[record[..equals]] = record[(equals + 1)..];
            }

            bytes = bytes[length..];
        }

        return records;
    }
}
