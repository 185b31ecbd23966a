namespace PolicySearch.Text;

/// <summary>Reads code points out of UTF-16 without ever failing: a lone surrogate stands for itself.</summary>
public static class CodePoints
{
    /// <summary>The version of the Unicode Character Database behind every table here.</summary>
    public const string UnicodeVersion = Tables.TableVersion.Unicode;

    /// <summary>The code point at <paramref name="index"/>; a surrogate without its partner is given as it is.</summary>
    /// <param name="length">1, or 2 for a surrogate pair.</param>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var first = text[index];
        if (char.IsHighSurrogate(first) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(first, text[index + 1]);
        }

        length = 1;
        return first;
    }

    /// <summary>The code point that ends before <paramref name="index"/>, which is above 0.</summary>
    public static int Before(ReadOnlySpan<char> text, int index, out int length)
    {
        var last = text[index - 1];
        if (char.IsLowSurrogate(last) && index >= 2 && char.IsHighSurrogate(text[index - 2]))
        {
            length = 2;
            return char.ConvertToUtf32(text[index - 2], last);
        }

        length = 1;
        return last;
    }

    /// <summary>Writes a code point, or a lone surrogate as it is; <paramref name="target"/> has room for two units.</summary>
    /// <returns>The number of units written.</returns>
    public static int Write(int codePoint, Span<char> target)
    {
        if (codePoint < 0x10000)
        {
            target[0] = (char)codePoint;
            return 1;
        }

        var offset = codePoint - 0x10000;
        target[0] = (char)(0xD800 + (offset >> 10));
        target[1] = (char)(0xDC00 + (offset & 0x3FF));
        return 2;
    }
}
