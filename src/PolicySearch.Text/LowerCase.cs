using PolicySearch.Text.Tables;

namespace PolicySearch.Text;

/// <summary>Lower case by the simple mapping of UnicodeData.txt, which never changes a text's length.</summary>
public static class LowerCase
{
    /// <summary>The lower case of a code point.</summary>
    public static int Of(int codePoint) => codePoint < 0x80
        ? codePoint is >= 'A' and <= 'Z' ? codePoint | 0x20 : codePoint
        : LowerCaseTable.Get(codePoint);

    /// <summary>The lower case of a text.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (target, source) =>
        {
            source.CopyTo(target);
            InPlace(target);
        });
    }

    /// <summary>Makes a text lower case where it stands.</summary>
    public static void InPlace(Span<char> text)
    {
        for (var i = AsciiInPlace(text); i < text.Length;)
        {
            var codePoint = CodePoints.At(text, i, out var length);
            var lower = Of(codePoint);

            // No mapping leaves its plane in Unicode 15; were one to, the character would stay as it is.
            if (lower != codePoint && (lower >= 0x10000) == (length == 2))
            {
                CodePoints.Write(lower, text[i..]);
            }

            i += length;
        }
    }

    /// <summary>Makes the ASCII at the beginning lower case; returns its length. Words are too short for vectors to gain.</summary>
    private static int AsciiInPlace(Span<char> text)
    {
        var i = 0;
        for (; i < text.Length && text[i] < 0x80; i++)
        {
            var c = text[i];
            text[i] = (char)(c | (char.IsAsciiLetterUpper(c) ? 0x20 : 0));
        }

        return i;
    }
}
