using System.Text;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Decodes a page: byte-order mark, then the charset it declares, then what its bytes look like.</summary>
internal static partial class HtmlEncoding
{
    private const int DeclarationBytes = 4096;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var detected = TextEncodings.Detect(bytes, out var markLength);
        if (markLength > 0)
        {
            return detected.GetString(bytes[markLength..]);
        }

        // UTF-8 that is valid and beyond ASCII is no accident, whatever the page says of itself.
        var utf8 = Utf8Count.Of(bytes);
        if (utf8.Invalid == 0 && utf8.Sequences > 0)
        {
            return TextEncodings.Utf8.GetString(bytes);
        }

        return Declared(bytes) is { } declared && CanBe(declared, bytes) ? declared.GetString(bytes) : detected.GetString(bytes);
    }

    // A few wrong bytes happen; a page that is wrong throughout was declared by mistake.
    private static bool CanBe(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var beyondAscii = bytes.Length - CountAscii(bytes);
        return beyondAscii == 0 || encoding.GetString(bytes).AsSpan().Count('\uFFFD') <= 2 + (beyondAscii / 50);
    }

    /// <summary>The charset that the start of an HTML or XML file declares; null for none, an unknown one, or UTF, which shows by itself.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var match = Charset().Match(start);
        return match.Success ? Find(match.Groups["name"].Value) : null;
    }

    private static int CountAscii(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value < 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The encoding of a name as pages and messages give it; null for UTF, which shows by itself, and for unknown ones.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return name.ToLowerInvariant() switch
            {
                "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" => null,
                "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "ms932" or "cp932" => TextEncodings.ShiftJis,
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => LegacyEncodings.ByCodePage(1252),
                "euc-jp" or "x-euc-jp" or "eucjp" => LegacyEncodings.ByCodePage(51932),
                "iso-2022-jp" or "csiso2022jp" => TextEncodings.Iso2022Jp,
                "gb2312" or "gbk" or "x-gbk" or "gb18030" => LegacyEncodings.ByCodePage(54936),
                "big5" or "big5-hkscs" => LegacyEncodings.ByCodePage(950),
                "euc-kr" or "ks_c_5601-1987" or "cp949" or "uhc" => LegacyEncodings.ByCodePage(949),
                "iso-8859-9" => LegacyEncodings.ByCodePage(1254),
                _ => CodePage(name),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding? CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(
        name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    [GeneratedRegex(@"(charset|encoding)\s*=\s*[""']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
