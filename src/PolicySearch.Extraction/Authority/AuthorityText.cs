using System.Text.Unicode;

namespace PolicySearch.Extraction.Authority;

/// <summary>The text of an authority file: UTF-8, with a byte-order mark or without.</summary>
public static class AuthorityText
{
    /// <summary>Decodes a file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="AuthorityException">It is no UTF-8, or no text; the fault has the line.</exception>
    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw Fault(name, 1, "the file is UTF-16; save it as UTF-8");
        }

        // YAML allows no control character but tab and line breaks.
        var control = bytes.IndexOfAny((ReadOnlySpan<byte>)[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
        if (control >= 0)
        {
            throw Fault(name, LineOf(bytes, control), $"the byte {bytes[control]:X2} is in no text; name a YAML file");
        }

        var text = new char[bytes.Length];
        Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        if (read < bytes.Length)
        {
            throw Fault(name, LineOf(bytes, read), $"the byte {bytes[read]:X2} is no UTF-8; save the file as UTF-8");
        }

        return new string(text, 0, written).TrimStart('\uFEFF');
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int at) => bytes[..at].Count((byte)'\n') + 1;

    private static AuthorityException Fault(string name, int line, string message) => new([new AuthorityFault(new AuthorityOrigin(name, line), message)]);
}
