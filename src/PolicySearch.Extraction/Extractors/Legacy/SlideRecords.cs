using System.Buffers.Binary;

namespace PolicySearch.Extraction.Extractors.Legacy;

/// <summary>A record of a PowerPoint presentation ([MS-PPT] 2.3.1).</summary>
/// <param name="Type">What it is.</param>
/// <param name="Instance">Its number among those of its type, or flags.</param>
/// <param name="IsContainer">Whether it holds records.</param>
/// <param name="Body">Its bytes behind the header.</param>
internal readonly record struct SlideRecord(int Type, int Instance, bool IsContainer, ReadOnlyMemory<byte> Body)
{
    public const int Document = 0x03E8;
    public const int Slide = 0x03EE;
    public const int SlidePersist = 0x03F3;
    public const int SlideShowInfo = 0x03F9;
    public const int OutlineReference = 0x0F9E;
    public const int TextHeader = 0x0F9F;
    public const int TextChars = 0x0FA0;
    public const int TextBytes = 0x0FA8;
    public const int SlideList = 0x0FF0;
    public const int UserEdit = 0x0FF5;
    public const int PersistDirectory = 0x1772;

    private const int HeaderBytes = 8;
    private const int MostDepth = 32;

    /// <summary>The number at a place of its body; 0 behind its end.</summary>
    public uint Number(int at) => at + 4 <= Body.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Body.Span[at..]) : 0;

    /// <summary>The record that begins at an offset; null where none does.</summary>
    public static SlideRecord? At(ReadOnlyMemory<byte> bytes, long offset)
    {
        if (offset < 0 || offset > bytes.Length - HeaderBytes)
        {
            return null;
        }

        var header = bytes.Span.Slice((int)offset, HeaderBytes);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var body = bytes[((int)offset + HeaderBytes)..];
        return new SlideRecord(
            BinaryPrimitives.ReadUInt16LittleEndian(header[2..]), flags >> 4, (flags & 0xF) == 0xF, body[..(int)Math.Min(length, body.Length)]);
    }

    /// <summary>The records inside, with those inside of them, in order.</summary>
    public IEnumerable<SlideRecord> All(int depth = 0)
    {
        foreach (var child in Children())
        {
            yield return child;
            if (child.IsContainer && depth < MostDepth)
            {
                foreach (var inner in child.All(depth + 1))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The records directly inside.</summary>
    public IEnumerable<SlideRecord> Children()
    {
        for (var at = 0; At(Body, at) is { } record; at += HeaderBytes + record.Body.Length)
        {
            yield return record;
        }
    }
}
