namespace PolicySearch.Text;

/// <summary>White space by the Unicode property White_Space.</summary>
public static class Whitespace
{
    /// <summary>Whether the character is white space; no-break and ideographic space are.</summary>
    public static bool Is(char c) => c switch
    {
        <= ' ' => c == ' ' || (c >= '\t' && c <= '\r'),
        < '\u1680' => c is '\u0085' or '\u00A0',
        _ => c is '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000',
    };

    /// <summary>Whether the character ends a line: line feed, carriage return, form feed, vertical tab, U+0085, U+2028, U+2029.</summary>
    public static bool IsLineBreak(char c) => c is (>= '\n' and <= '\r') or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The text with every run of white space made one space, and none at its ends.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        var length = 0;
        var pending = false;
        foreach (var c in text)
        {
            if (Is(c))
            {
                pending = length > 0;
                continue;
            }

            if (pending)
            {
                buffer[length++] = ' ';
                pending = false;
            }

            buffer[length++] = c;
        }

        return new string(buffer[..length]);
    }
}
