namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>The two encodings that messages travel in (RFC 2045); what is wrong in them is passed over, as mail readers do.</summary>
internal static class TransferEncodings
{
    /// <summary>The bytes of a body in the encoding of a name; unknown ones are taken as they are.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Base64; signs outside its alphabet say nothing, an incomplete end is dropped.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length * 3 / 4);
        var bits = 0;
        var count = 0;
        foreach (var c in text)
        {
            var value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                continue;
            }

            bits = (bits << 6) | value;
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }

    /// <summary>Quoted-printable; an equals sign without two digits stays.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add(text[i]);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                bytes.Add((byte)((Digit(text[i + 1]) << 4) | Digit(text[i + 2])));
                i += 2;
            }
            else if (SoftBreak(text[(i + 1)..]) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                bytes.Add(text[i]);
            }
        }

        return [.. bytes];
    }

    // Length of white space and line end behind the sign; 0 where no line ends there.
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length && rest[at] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            at++;
        }

        return at < rest.Length && rest[at] == '\n' ? at + 1 : 0;
    }

    private static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
