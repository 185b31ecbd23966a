namespace PolicySearch.Engine.Analysis;

/// <summary>The way most tokens go: a word of ASCII letters and digits whose surroundings are ASCII too.</summary>
internal static class AsciiWord
{
    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte LetterJoiner = 4;
    private const byte DigitJoiner = 8;
    private const byte Extender = 16;

    private static ReadOnlySpan<byte> Classes => ClassTable;

    private static readonly byte[] ClassTable = MakeClasses();

    /// <summary>The end of the word that begins at <paramref name="start"/>; <paramref name="start"/> where no token begins
    /// with that character; -1 where the general rules have to decide.</summary>
    public static int End(ReadOnlySpan<char> text, int start, out TokenKind kind)
    {
        kind = TokenKind.AlphaNumeric;
        var classes = Classes;
        var seen = 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c >= 0x80)
            {
                return -1;
            }

            var @class = classes[c];
            if ((@class & (Letter | Digit)) != 0)
            {
                seen |= @class;
                continue;
            }

            if ((@class & Extender) != 0)
            {
                return -1;
            }

            if (i == start)
            {
                // '#' and '*' may begin a keycap emoji.
                return c is '#' or '*' && i + 1 < text.Length && text[i + 1] >= 0x80 ? -1 : start;
            }

            if (@class != 0 && i + 1 < text.Length)
            {
                var next = text[i + 1];
                if (next >= 0x80)
                {
                    return -1;
                }

                if (Joins(@class, classes[text[i - 1]], classes[next]))
                {
                    continue;
                }
            }

            return Finish(start, i, seen, out kind);
        }

        return Finish(start, text.Length, seen, out kind);
    }

    /// <summary>WB6, WB7, WB11, WB12: a sign between two letters or two digits.</summary>
    private static bool Joins(byte sign, byte before, byte after) =>
        ((sign & LetterJoiner) != 0 && (before & after & Letter) != 0) || ((sign & DigitJoiner) != 0 && (before & after & Digit) != 0);

    private static int Finish(int start, int end, int seen, out TokenKind kind)
    {
        kind = (seen & Letter) != 0 ? TokenKind.AlphaNumeric : TokenKind.Number;
        return end - start <= StandardTokenizer.MaxTokenLength ? end : -1;
    }

    private static byte[] MakeClasses()
    {
        var classes = new byte[128];
        for (var c = 0; c < classes.Length; c++)
        {
            classes[c] = char.IsAsciiLetter((char)c) ? Letter : char.IsAsciiDigit((char)c) ? Digit : (byte)0;
        }

        classes['\''] = classes['.'] = LetterJoiner | DigitJoiner;
        classes[':'] = LetterJoiner;
        classes[','] = classes[';'] = DigitJoiner;
        classes['_'] = Extender;
        return classes;
    }
}
