namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Refuses what decodes but is no text.</summary>
internal static class TextContent
{
    /// <summary>How the message ends that refuses a blank text.</summary>
    public const string NoText = "has no text in it, white space only";

    /// <summary>Throws when <paramref name="text"/> is blank or binary.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="name">Name of the source, for the message.</param>
    /// <param name="bytes">What the text was decoded from; lone surrogates in it are odd, but no sign of binary data.</param>
    /// <exception cref="ExtractionException">It is.</exception>
    public static void Check(string text, string name, ReadOnlySpan<byte> bytes = default)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ExtractionException($"{name} {NoText}");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ExtractionException($"{name} looks like binary data (it holds NUL bytes), which is not read");
        }

        var undecoded = text.AsSpan().Count('\uFFFD') - LoneSurrogates(text, bytes);
        if (undecoded > 16 && undecoded > text.Length / 4)
        {
            throw new ExtractionException($"{name} looks like binary data or is in an encoding that is not known; convert it to UTF-8");
        }
    }

    // In UTF-8 three undecodable bytes each; in marked UTF-16 nothing else is undecodable.
    private static int LoneSurrogates(string text, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return text.Length;
        }

        var surrogates = 0;
        while (bytes.IndexOf((byte)0xED) is >= 0 and var at && at + 2 < bytes.Length)
        {
            surrogates += bytes[at + 1] is >= 0xA0 and <= 0xBF && bytes[at + 2] is >= 0x80 and <= 0xBF ? 3 : 0;
            bytes = bytes[(at + 1)..];
        }

        return surrogates;
    }
}
