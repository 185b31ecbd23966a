using System.Globalization;
using System.Text;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;

namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>The names of files in headers: plain, in encoded words as many programs write them, or with a charset and in pieces (RFC 2231).</summary>
internal static class FileNames
{
    private const int MostPieces = 100;

    /// <summary>The name that a parameter gives, or null.</summary>
    public static string? Of(MimeHeaders headers, string header, string parameter)
    {
        var name = headers.Parameter(header, parameter + "*") is { } whole ? Extended([(whole, true)])
            : Pieces(headers, header, parameter) is { Count: > 0 } pieces ? Extended(pieces)
            : headers.Parameter(header, parameter) is { } plain ? MimeHeaders.DecodeWords(plain)
            : null;
        return string.IsNullOrWhiteSpace(name) ? null : name.Trim();
    }

    private static List<(string Value, bool IsEncoded)> Pieces(MimeHeaders headers, string header, string parameter)
    {
        var pieces = new List<(string, bool)>();
        while (pieces.Count < MostPieces)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{parameter}*{pieces.Count}");
            if (headers.Parameter(header, name + "*") is { } encoded)
            {
                pieces.Add((encoded, true));
            }
            else if (headers.Parameter(header, name) is { } plain)
            {
                pieces.Add((plain, false));
            }
            else
            {
                break;
            }
        }

        return pieces;
    }

    // The first piece says charset and language: charset'language'value.
    private static string Extended(List<(string Value, bool IsEncoded)> pieces)
    {
        Encoding? encoding = null;
        if (pieces[0] is { IsEncoded: true } first && first.Value.Split('\'', 3) is [var charset, _, var value])
        {
            encoding = HtmlEncoding.Find(charset);
            pieces[0] = (value, true);
        }

        var bytes = pieces.SelectMany(piece => piece.IsEncoded ? Unescaped(piece.Value) : Encoding.UTF8.GetBytes(piece.Value)).ToArray();
        return encoding?.GetString(bytes) ?? TextEncodings.Decode(bytes);
    }

    private static byte[] Unescaped(string value) => TransferEncodings.QuotedPrintable(Encoding.UTF8.GetBytes(value.Replace("=", "=3D", StringComparison.Ordinal).Replace('%', '=')));
}
