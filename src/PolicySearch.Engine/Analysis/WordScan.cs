using PolicySearch.Text;
using PolicySearch.Text.Boundaries;
using static PolicySearch.Text.Boundaries.WordBreakClass;

namespace PolicySearch.Engine.Analysis;

/// <summary>The longest word or number at a place, by rules WB4 to WB13b of UAX #29.</summary>
internal static class WordScan
{
    /// <summary>Whether a word can begin with such a character.</summary>
    public static bool MayBegin(WordBreakClass kind) =>
        kind is Letter or HebrewLetter or Numeric or Katakana or ExtendNumberLetter;

    /// <summary>One past the characters that cling to the one before <paramref name="position"/> (WB4).</summary>
    public static int SkipClinging(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && WordBreakProperty.Of(CodePoints.At(text, position, out var length)).Clings)
        {
            position += length;
        }

        return position;
    }

    /// <summary>The length of the word at the beginning of <paramref name="window"/>; 0 where there are only low lines.</summary>
    /// <param name="scanned">How far no word begins when the length is 0.</param>
    public static int End(ReadOnlySpan<char> window, out TokenKind kind, out int scanned)
    {
        var position = 0;
        var last = Other;
        var seen = default(Seen);
        while (position < window.Length)
        {
            var codePoint = CodePoints.At(window, position, out var length);
            var next = WordBreakProperty.Of(codePoint).Class;
            var after = SkipClinging(window, position + length);
            if (MayBegin(next))
            {
                if (!Joins(last, next))
                {
                    break;
                }

                seen.Add(next, codePoint);
                last = next;
                position = after;
            }
            else if (ContinuesOver(last, next, window, after))
            {
                seen.Others = true;
                position = after;
                if (last == HebrewLetter && next == SingleQuote && !LetterFollows(window, after))
                {
                    break; // WB7a: the mark belongs to the word, and nothing after it does
                }
            }
            else
            {
                break;
            }
        }

        scanned = position < window.Length ? position : 0;
        kind = seen.Kind;
        return seen.IsWord ? position : 0;
    }

    /// <summary>Rules between letters, digits, Katakana and low lines.</summary>
    private static bool Joins(WordBreakClass last, WordBreakClass next) => last switch
    {
        Katakana => next is Katakana or ExtendNumberLetter, // WB13, WB13a
        Letter or HebrewLetter or Numeric => next != Katakana, // WB5, WB8 to WB10, WB13a
        _ => true, // the beginning, WB13b
    };

    /// <summary>Rules about a sign inside a word or number.</summary>
    private static bool ContinuesOver(WordBreakClass last, WordBreakClass sign, ReadOnlySpan<char> window, int after) => last switch
    {
        Numeric => sign is MidNumber or MidNumberLetter or SingleQuote && Following(window, after) == Numeric, // WB11, WB12
        Letter => IsInsideWord(sign) && LetterFollows(window, after), // WB6, WB7
        HebrewLetter => sign == SingleQuote // WB7a
            || (IsInsideWord(sign) && LetterFollows(window, after))
            || (sign == DoubleQuote && Following(window, after) == HebrewLetter), // WB7b, WB7c
        _ => false,
    };

    private static bool IsInsideWord(WordBreakClass sign) => sign is MidLetter or MidNumberLetter or SingleQuote;

    private static bool LetterFollows(ReadOnlySpan<char> window, int position) =>
        Following(window, position) is Letter or HebrewLetter;

    private static WordBreakClass Following(ReadOnlySpan<char> window, int position) =>
        position < window.Length ? WordBreakProperty.Of(CodePoints.At(window, position, out _)).Class : Other;

    /// <summary>What a word consists of, for its kind.</summary>
    private struct Seen
    {
        private bool _numbers;
        private bool _katakana;
        private bool _hangul;
        private bool _letters;

        /// <summary>Low lines or signs inside.</summary>
        public bool Others { get; set; }

        public readonly bool IsWord => _numbers || _katakana || _hangul || _letters;

        public readonly TokenKind Kind => (_numbers, _katakana, _hangul, _letters) switch
        {
            (true, false, false, false) => TokenKind.Number,
            (false, true, false, false) when !Others => TokenKind.Katakana,
            (false, false, true, false) when !Others => TokenKind.Hangul,
            _ => TokenKind.AlphaNumeric,
        };

        public void Add(WordBreakClass kind, int codePoint)
        {
            switch (kind)
            {
                case Numeric:
                    _numbers = true;
                    break;
                case Katakana:
                    _katakana = true;
                    break;
                case ExtendNumberLetter:
                    Others = true;
                    break;
                default:
                    var hangul = Scripts.IsHangul(codePoint);
                    _hangul |= hangul;
                    _letters |= !hangul;
                    break;
            }
        }
    }
}
