using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;

namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>A message, or a part of one, with the parts inside.</summary>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body as it travelled.</param>
/// <param name="Parts">The parts of a multipart; none for others.</param>
internal sealed record MimePart(MimeHeaders Headers, ReadOnlyMemory<byte> Body, IReadOnlyList<MimePart> Parts)
{
    private const int MostDepth = 20;

    /// <summary>Whether it is a file that travels with the message.</summary>
    public bool IsAttachment => Headers["Content-Disposition"]?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The name of the file that it is, or null.</summary>
    public string? FileName => FileNames.Of(Headers, "Content-Disposition", "filename") ?? FileNames.Of(Headers, "Content-Type", "name");

    /// <summary>The body's bytes.</summary>
    public byte[] Decode() => TransferEncodings.Decode(Body.Span, Headers["Content-Transfer-Encoding"]);

    /// <summary>The body as text, in the charset that it names, or in the one that it looks like.</summary>
    public string Text()
    {
        var bytes = Decode();
        return Headers.Parameter("Content-Type", "charset") is { } charset && HtmlEncoding.Find(charset) is { } encoding
            ? encoding.GetString(bytes)
            : TextEncodings.Decode(bytes);
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="ExtractionException">It nests too deep or has too many parts.</exception>
    public static MimePart Read(ReadOnlyMemory<byte> bytes, string name, ExtractionLimits limits)
    {
        var parts = limits.MaxParts;
        return Read(bytes, name, 0, ref parts);
    }

    private static MimePart Read(ReadOnlyMemory<byte> bytes, string name, int depth, ref int left)
    {
        if (depth > MostDepth || --left < 0)
        {
            throw new ExtractionException($"{name} has too many parts, or nests more than {MostDepth} in each other; it is hostile or broken");
        }

        var headers = MimeHeaders.Read(bytes.Span, out var start);
        var body = bytes[start..];
        var parts = new List<MimePart>();
        if (headers.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("Content-Type", "boundary") is { Length: > 0 and <= 200 } boundary)
        {
            foreach (var part in Split(body, System.Text.Encoding.UTF8.GetBytes("--" + boundary)))
            {
                parts.Add(Read(part, name, depth + 1, ref left));
            }
        }
        else if (headers.MediaType == "message/rfc822")
        {
            parts.Add(Read(body, name, depth + 1, ref left));
        }

        return new MimePart(headers, body, parts);
    }

    // What stands between the lines that begin with the boundary; before the first and behind the last stands nothing.
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        var at = 0;
        while (at < body.Length)
        {
            var rest = body.Span[at..];
            var lineLength = rest.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : rest.Length;
            if (rest[..lineLength].StartsWith(boundary))
            {
                if (start >= 0)
                {
                    parts.Add(body[start..at]);
                }

                start = at + lineLength;
                if (rest[boundary.Length..].StartsWith("--"u8))
                {
                    return parts;
                }
            }

            at += lineLength;
        }

        if (start >= 0 && start < body.Length)
        {
            parts.Add(body[start..]);
        }

        return parts;
    }
}
