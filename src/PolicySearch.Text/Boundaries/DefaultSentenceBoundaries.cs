using PolicySearch.Text.Tables;
using static PolicySearch.Text.Boundaries.SentenceBreakClass;

namespace PolicySearch.Text.Boundaries;

/// <summary>Default sentence boundaries of UAX #29, without any knowledge of a language.</summary>
/// <remarks>For prose use <see cref="SentenceBoundaries"/>, which knows abbreviations and paragraphs.</remarks>
public static class DefaultSentenceBoundaries
{
    /// <summary>The first boundary after <paramref name="start"/>, which is a boundary itself and below the text's length.</summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        var scan = default(Scan);
        for (var position = start; position < text.Length;)
        {
            var kind = ClassAt(text, position, out var length);
            if (position > start && scan.Breaks(kind, text, position))
            {
                return position;
            }

            scan.Take(kind);
            position += length;
        }

        return text.Length;
    }

    internal static SentenceBreakClass ClassAt(ReadOnlySpan<char> text, int position, out int length) =>
        (SentenceBreakClass)SentenceBreakTable.Get(CodePoints.At(text, position, out length));

    private static bool IsParagraphEnd(SentenceBreakClass kind) => kind is Separator or CarriageReturn or LineFeed;

    /// <summary>What the rules need to remember: the terminator last seen and how far its closing part has come.</summary>
    private struct Scan
    {
        private SentenceBreakClass _last;
        private SentenceBreakClass _lastButOne;
        private SentenceBreakClass _terminator;
        private Stage _stage;

        private enum Stage
        {
            None,
            Terminated,
            Closed,
            Spaced,
            ParagraphEnded,
        }

        public void Take(SentenceBreakClass kind)
        {
            if (kind is Extend or Format)
            {
                return; // SB5
            }

            _stage = NextStage(kind);
            if (kind is AmbiguousTerminator or Terminator)
            {
                _terminator = kind;
            }

            _lastButOne = _last;
            _last = kind;
        }

        public readonly bool Breaks(SentenceBreakClass kind, ReadOnlySpan<char> text, int position)
        {
            if (IsParagraphEnd(_last))
            {
                return !(_last == CarriageReturn && kind == LineFeed); // SB3, SB4
            }

            if (_stage == Stage.None || kind is Extend or Format)
            {
                return false; // SB5, SB998
            }

            return !(JoinsAmbiguous(kind, text, position)
                || kind is Continue or AmbiguousTerminator or Terminator // SB8a
                || (kind == Close && _stage != Stage.Spaced) // SB9
                || kind == Space || IsParagraphEnd(kind)); // SB9, SB10
        }

        private readonly Stage NextStage(SentenceBreakClass kind) => kind switch
        {
            AmbiguousTerminator or Terminator => Stage.Terminated,
            Close when _stage is Stage.Terminated or Stage.Closed => Stage.Closed,
            Space when _stage is Stage.Terminated or Stage.Closed or Stage.Spaced => Stage.Spaced,
            Separator or CarriageReturn or LineFeed when _stage is not Stage.None => Stage.ParagraphEnded,
            _ => Stage.None,
        };

        private readonly bool JoinsAmbiguous(SentenceBreakClass kind, ReadOnlySpan<char> text, int position)
        {
            if (_terminator != AmbiguousTerminator)
            {
                return false;
            }

            var directlyAfter = _stage == Stage.Terminated;
            return (directlyAfter && kind == Numeric) // SB6
                || (directlyAfter && kind == Upper && _lastButOne is Upper or Lower) // SB7
                || LowerFollows(text, position); // SB8
        }

        private static bool LowerFollows(ReadOnlySpan<char> text, int position)
        {
            while (position < text.Length)
            {
                var kind = ClassAt(text, position, out var length);
                if (kind is OtherLetter or Upper or Lower or Separator or CarriageReturn or LineFeed or AmbiguousTerminator or Terminator)
                {
                    return kind == Lower;
                }

                position += length;
            }

            return false;
        }
    }
}
