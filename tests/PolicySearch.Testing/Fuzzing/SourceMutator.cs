using System.IO.Compression;
using System.Text;

namespace PolicySearch.Testing.Fuzzing;

/// <summary>
/// Damages sound sources: bytes flipped, cut off, repeated, zeroed, spliced with another source's, strings put in that formats give a meaning to.
/// Parts of packages are damaged before they are packed again, so that what lies behind the checksum is reached too.
/// </summary>
/// <param name="sources">What is damaged.</param>
public sealed class SourceMutator(IReadOnlyList<FuzzedSource> sources)
{
    private static readonly byte[][] Telling =
    [
        .. new[]
        {
            "<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c SYSTEM \"http://127.0.0.1:9/x\">]>", "&c;", "&#0;", "&#x110000;", "]]>", "<![CDATA[", "<!--", "</", "<a b='", "<table><tr><td colspan=\"1000000\" rowspan=\"1000000\">",
            "<w:gridSpan w:val=\"2147483647\"/>", "<row r=\"1048576\">", "<c r=\"XFD1048576\">", "<v>-1</v>", "<mergeCell ref=\"A1:XFD1048576\"/>", " table:number-columns-repeated=\"999999999\"", "<text:s text:c=\"2000000000\"/>",
            "{\\bin2000000000 ", "\\u-99999?", "{{{{{{{{", "}", "\\'", "\\ud800", "[[[[[[[[", "../../../../tmp/fuzzed", "C:\\fuzzed", "file:///etc/passwd", "\\\\127.0.0.1\\share\\x",
            "\r\n\r\n--x1--\r\n", "boundary=\"\"", "charset=\"utf-7\"", "Content-Transfer-Encoding: base64\r\n\r\n", "=?UTF-8?B?", "\nFrom ", "99999999999999999999", "-2147483648", "0x7fffffff", "NaN", "%PDF-1.7\n", "endobj", "stream\r\n",
            "/Count 2000000000", "/Kids [1 0 R 1 0 R]", "/Filter [/FlateDecode /FlateDecode /FlateDecode]", "PK\u0003\u0004", "\u202E", "\uFEFF", "2001年度", "Heisei 99", "---\n", "```", "[^1]: ", "\u0000\u0000\u0000\u0000",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0x1B, 0x24, 0x42], [0xFF, 0xFF, 0xFF, 0x7F], [0x80], [0xF4, 0x90, 0x80, 0x80], [0x81], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ];

    /// <summary>A source with one to eight kinds of damage; the same for the same random numbers.</summary>
    public FuzzedSource Mutate(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var source = sources[random.Next(sources.Count)];
        if (IsForPrograms(source.Content.Span) && random.Next(6) > 0)
        {
            // Programs take a hundred times as long as the rest, and are not ours.
            return Mutate(random);
        }

        var content = random.Next(3) > 0 && IsPackage(source.Content.Span) ? MutateParts(source.Content.ToArray(), random) : null;
        var bytes = new List<byte>(content ?? source.Content.ToArray());
        for (var i = content is null ? random.Next(1, 9) : 0; i > 0; i--)
        {
            Damage(bytes, random);
        }

        var name = random.Next(8) == 0 ? "other" + Path.GetExtension(sources[random.Next(sources.Count)].Name) : source.Name;
        return new FuzzedSource(name, bytes.ToArray());
    }

    private static bool IsPackage(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8);

    private static bool IsForPrograms(ReadOnlySpan<byte> content) => content is [(byte)'%', (byte)'P', ..] or [0xD0, 0xCF, ..] or [0x89, (byte)'P', ..];

    private byte[]? MutateParts(byte[] package, Random random)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package));
            var parts = zip.Entries.Select(entry => (entry.FullName, Content: ReadAll(entry))).ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                ref var part = ref parts[random.Next(parts.Length)];
                var bytes = new List<byte>(part.Content);
                Damage(bytes, random);
                part = (random.Next(20) == 0 ? "../" + part.FullName : part.FullName, bytes.ToArray());
            }

            return SoundSources.Zip(parts);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] ReadAll(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = random.Next(Math.Min(bytes.Count - at, 1 << random.Next(12)) + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : length);
                break;
            case 3:
                bytes.InsertRange(at, Repeat(bytes.GetRange(at, length), random.Next(1, 1 << random.Next(10))));
                break;
            case 4:
                bytes.GetRange(at, length).Select(_ => (byte)0).ToArray().CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[at..]);
                break;
            case 5:
                var other = sources[random.Next(sources.Count)].Content.Span;
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.Slice(from, random.Next(Math.Min(other.Length - from, 20_000) + 1)).ToArray());
                break;
            default:
                bytes.InsertRange(at, Telling[random.Next(Telling.Length)]);
                break;
        }
    }

    private static IEnumerable<byte> Repeat(List<byte> piece, int times)
    {
        var most = piece.Count == 0 ? 0 : Math.Min(times, 400_000 / piece.Count);
        return Enumerable.Range(0, most).SelectMany(_ => piece);
    }
}
