namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Refuses what decodes but is no text.</summary>
internal static class TextContent
{
    /// <summary>Throws when <paramref name="text"/> is blank or binary.</summary>
    /// <exception cref="ExtractionException">It is.</exception>
    public static void Check(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ExtractionException($"{name} has no text in it, white space only");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ExtractionException($"{name} looks like binary data (it holds NUL bytes), which is not read");
        }

        var undecoded = text.AsSpan().Count('\uFFFD');
        if (undecoded > 16 && undecoded > text.Length / 4)
        {
            throw new ExtractionException($"{name} looks like binary data or is in an encoding that is not read yet (UTF-8, UTF-16 and Shift_JIS are); convert it to UTF-8");
        }
    }
}
