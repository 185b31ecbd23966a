using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Legacy;

/// <summary>What an Office document of 1997 to 2003 says of itself: the property set in its stream <c>SummaryInformation</c> (Microsoft's [MS-OLEPS], 2.21 and 3.1.2).</summary>
internal static class SummaryInformation
{
    private const string Stream = "\u0005SummaryInformation";
    private const int MostBytes = 1024 * 1024;
    private const int MostProperties = 1000;
    private const int SetOffsetAt = 44;

    private const int CodePage = 1;
    private const int Title = 2;
    private const int Author = 4;
    private const int Created = 12;
    private const int Saved = 13;

    private const int TypeInt16 = 2;
    private const int TypeBytes = 30;
    private const int TypeUnicode = 31;
    private const int TypeTime = 64;
    private const int CodePageUtf16 = 1200;

    /// <summary>Title, author and date of the last save; of what is missing or damaged nothing is said.</summary>
    public static FileProperties Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return CompoundFile.Open(content).Read(Stream, MostBytes) is { } bytes ? Read(bytes) : default;
        }
        catch (InvalidDataException)
        {
            return default;
        }
    }

    private static FileProperties Read(ReadOnlySpan<byte> bytes)
    {
        var properties = Offsets(bytes);
        var codePage = ValueAt(bytes, properties, CodePage, TypeInt16) is { Length: >= 2 } number ? BinaryPrimitives.ReadUInt16LittleEndian(number) : 1252;
        return new FileProperties(
            Text(bytes, properties, Title, codePage),
            Text(bytes, properties, Author, codePage),
            Day(ValueAt(bytes, properties, Saved, TypeTime)) ?? Day(ValueAt(bytes, properties, Created, TypeTime)));
    }

    private static Dictionary<uint, int> Offsets(ReadOnlySpan<byte> bytes)
    {
        var offsets = new Dictionary<uint, int>();
        if (Number(bytes, SetOffsetAt) is not { } start || Number(bytes, start + 4L) is not { } count)
        {
            return offsets;
        }

        for (var i = 0; i < Math.Min(count, MostProperties); i++)
        {
            if (Number(bytes, start + 8L + (i * 8L)) is { } id && Number(bytes, start + 12L + (i * 8L)) is { } offset && start + (long)offset <= bytes.Length)
            {
                offsets[id] = (int)(start + offset);
            }
        }

        return offsets;
    }

    // A value behind its type; empty where there is none of that type.
    private static ReadOnlySpan<byte> ValueAt(ReadOnlySpan<byte> bytes, Dictionary<uint, int> offsets, uint id, int type) =>
        offsets.TryGetValue(id, out var at) && Number(bytes, at) is { } found && (found & 0xFFFF) == type ? bytes[(at + 4)..] : [];

    private static string? Text(ReadOnlySpan<byte> bytes, Dictionary<uint, int> offsets, uint id, int codePage)
    {
        var isUnicode = ValueAt(bytes, offsets, id, TypeUnicode).Length > 0;
        var value = ValueAt(bytes, offsets, id, isUnicode ? TypeUnicode : TypeBytes);
        if (Number(value, 0) is not { } length)
        {
            return null;
        }

        var text = value[4..][..(int)Math.Min(value.Length - 4, length * (isUnicode ? 2L : 1L))];
        return (isUnicode || codePage == CodePageUtf16 ? Encoding.Unicode : LegacyEncodings.ByCodePageOr1252(codePage)).GetString(text).TrimEnd('\0');
    }

    private static string? Day(ReadOnlySpan<byte> time)
    {
        // Times are in units of 100 ns since 1601; 0 is none.
        if (time.Length < 8 || BinaryPrimitives.ReadInt64LittleEndian(time) is not (> 0 and var ticks) || ticks > DateTime.MaxValue.ToFileTimeUtc())
        {
            return null;
        }

        return DateTime.FromFileTimeUtc(ticks).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static uint? Number(ReadOnlySpan<byte> bytes, long at) => at >= 0 && at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : null;
}
