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

        return (Declared(bytes) ?? detected).GetString(bytes);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        var match = Charset().Match(start);
        return match.Success ? Find(match.Groups["name"].Value.ToLowerInvariant()) : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            return name switch
            {
                "utf-8" or "utf8" or "utf-16" or "utf-16le" or "utf-16be" => null,
                "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "ms932" or "cp932" => TextEncodings.ShiftJis,
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => CodePage("windows-1252"),
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
