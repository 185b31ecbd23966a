using System.Buffers.Binary;
using System.Text;

namespace PolicySearch.Extraction.Tests.Extractors.Legacy;

/// <summary>Compound files of a few streams, each padded to sectors of its own.</summary>
internal static class SomeCompoundFile
{
    private const int SectorBytes = 512;
    private const int LeastBytes = 4096;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    public static byte[] Of(params (string Name, byte[] Content)[] streams)
    {
        var sectors = new List<byte>();
        var fat = new List<uint>();
        var directory = new List<byte>(Entry("Root Entry", 5, EndOfChain, 0));
        foreach (var (name, content) in streams)
        {
            var length = Math.Max(LeastBytes, content.Length);
            directory.AddRange(Entry(name, 2, Add(sectors, fat, [.. content, .. new byte[length - content.Length]]), length));
        }

        var first = Add(sectors, fat, [.. directory]);
        var table = new byte[SectorBytes];
        table.AsSpan().Fill(0xFF);
        for (var i = 0; i < fat.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * 4), fat[i]);
        }

        return [.. Header(first, (uint)(sectors.Count / SectorBytes)), .. sectors, .. table];
    }

    private static uint Add(List<byte> sectors, List<uint> fat, byte[] content)
    {
        var start = (uint)(sectors.Count / SectorBytes);
        sectors.AddRange(content);
        sectors.AddRange(new byte[(SectorBytes - (content.Length % SectorBytes)) % SectorBytes]);
        while (fat.Count < sectors.Count / SectorBytes)
        {
            fat.Add((uint)fat.Count + 1);
        }

        fat[^1] = EndOfChain;
        return start;
    }

    private static byte[] Entry(string name, byte kind, uint start, int length)
    {
        var entry = new byte[128];
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(64), (ushort)(Encoding.Unicode.GetBytes(name, entry) + 2));
        entry[66] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(116), start);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(120), length);
        return entry;
    }

    private static byte[] Header(uint directory, uint table)
    {
        var header = new byte[SectorBytes];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        header[26] = 3;
        header[28] = 0xFE;
        header[29] = 0xFF;
        header[30] = 9;
        header[32] = 6;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), directory);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(56), LeastBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), EndOfChain);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), EndOfChain);
        header.AsSpan(76).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76), table);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(80), Free);
        return header;
    }
}
