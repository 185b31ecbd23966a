using static PolicySearch.Text.Boundaries.WordBreakClass;

namespace PolicySearch.Text.Boundaries;

/// <summary>Default word boundaries of UAX #29.</summary>
public static class WordBoundaries
{
    /// <summary>The first boundary after <paramref name="start"/>, which is a boundary itself and below the text's length.</summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        var last = WordBreakProperty.Of(CodePoints.At(text, start, out var length)).Class;
        var scan = new Scan(last);
        var position = start + length;
        while (position < text.Length)
        {
            var next = WordBreakProperty.Of(CodePoints.At(text, position, out length));
            if (!scan.Joins(next, text, position + length))
            {
                return position;
            }

            scan.Take(next);
            position += length;
        }

        return position;
    }

    /// <summary>What the rules need to remember of the text since the last boundary.</summary>
    private struct Scan(WordBreakClass first)
    {
        private WordBreakClass _raw = first;
        private WordBreakClass _last = first;
        private WordBreakClass _lastButOne = Other;
        private bool _oddFlagHalves = first == RegionalIndicator;

        public void Take(WordBreakProperty next)
        {
            _raw = next.Class;
            if (next.Clings)
            {
                return;
            }

            _oddFlagHalves = next.Class == RegionalIndicator && !(_last == RegionalIndicator && _oddFlagHalves);
            _lastButOne = _last;
            _last = next.Class;
        }

        public readonly bool Joins(WordBreakProperty next, ReadOnlySpan<char> text, int after)
        {
            var kind = next.Class;
            if (IsLineEnd(_raw) || IsLineEnd(kind))
            {
                return _raw == CarriageReturn && kind == LineFeed; // WB3, WB3a, WB3b
            }

            if ((_raw == ZeroWidthJoiner && next.IsPictographic) || (_raw == WordSpace && kind == WordSpace) || next.Clings)
            {
                return true; // WB3c, WB3d, WB4
            }

            return JoinsLetters(kind, text, after) || JoinsNumbers(kind, text, after)
                || (kind == ExtendNumberLetter && (IsLetter(_last) || _last is Numeric or Katakana or ExtendNumberLetter)) // WB13a
                || (_last == ExtendNumberLetter && (IsLetter(kind) || kind is Numeric or Katakana)) // WB13b
                || (_last == Katakana && kind == Katakana) // WB13
                || (kind == RegionalIndicator && _last == RegionalIndicator && _oddFlagHalves); // WB15, WB16
        }

        private readonly bool JoinsLetters(WordBreakClass kind, ReadOnlySpan<char> text, int after)
        {
            if (IsLetter(_last))
            {
                return IsLetter(kind) // WB5
                    || (_last == HebrewLetter && kind == SingleQuote) // WB7a
                    || (_last == HebrewLetter && kind == DoubleQuote && Following(text, after) == HebrewLetter) // WB7b
                    || (IsInsideWord(kind) && IsLetter(Following(text, after))); // WB6
            }

            return (IsInsideWord(_last) && IsLetter(_lastButOne) && IsLetter(kind)) // WB7
                || (_last == DoubleQuote && _lastButOne == HebrewLetter && kind == HebrewLetter); // WB7c
        }

        private readonly bool JoinsNumbers(WordBreakClass kind, ReadOnlySpan<char> text, int after) => kind switch
        {
            Numeric => _last == Numeric || IsLetter(_last) // WB8, WB9
                || (_lastButOne == Numeric && IsInsideNumber(_last)), // WB11
            Letter or HebrewLetter => _last == Numeric, // WB10
            _ => _last == Numeric && IsInsideNumber(kind) && Following(text, after) == Numeric, // WB12
        };

        private static bool IsLineEnd(WordBreakClass kind) => kind is CarriageReturn or LineFeed or Newline;

        private static bool IsLetter(WordBreakClass kind) => kind is Letter or HebrewLetter;

        private static bool IsInsideWord(WordBreakClass kind) => kind is MidLetter or MidNumberLetter or SingleQuote;

        private static bool IsInsideNumber(WordBreakClass kind) => kind is MidNumber or MidNumberLetter or SingleQuote;

        /// <summary>The next class that does not cling.</summary>
        private static WordBreakClass Following(ReadOnlySpan<char> text, int position)
        {
            while (position < text.Length)
            {
                var property = WordBreakProperty.Of(CodePoints.At(text, position, out var length));
                if (!property.Clings)
                {
                    return property.Class;
                }

                position += length;
            }

            return Other;
        }
    }
}
