using PolicySearch.Text;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Engine.Analysis;

/// <summary>Words by UAX #29, as Lucene 8's StandardTokenizer makes them: runs of letters, digits, Katakana, Hangul or a
/// South-East Asian script, each Han and Hiragana character alone, emoji; nothing else.</summary>
public sealed class StandardTokenizer : TokenStream
{
    /// <summary>A longer word is cut after so many UTF-16 units, as in Lucene.</summary>
    public const int MaxTokenLength = 255;

    private readonly Token _token = new();
    private ReadOnlyMemory<char> _text;
    private int _position;

    /// <inheritdoc/>
    public override Token Token => _token;

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text)
    {
        _text = text;
        _position = 0;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        var text = _text.Span;
        var position = _position;
        while (position < text.Length)
        {
            var start = position;
            var end = AsciiWord.End(text, start, out var kind);
            if (end < 0)
            {
                end = TokenAt(text, start, out kind, out position);
            }

            if (end > start)
            {
                Take(text, start, end, kind);
                return true;
            }

            position = Math.Max(position, start + 1);
        }

        _position = position;
        return false;
    }

    /// <summary>The end of the token that begins at <paramref name="start"/>, which is <paramref name="start"/> itself where none does.</summary>
    /// <param name="resume">Without a token, where to look next.</param>
    private static int TokenAt(ReadOnlySpan<char> text, int start, out TokenKind kind, out int resume)
    {
        var codePoint = CodePoints.At(text, start, out var length);
        var property = WordBreakProperty.Of(codePoint);
        resume = start + length;
        kind = TokenKind.AlphaNumeric;
        var window = Window(text, start);
        if (WordScan.MayBegin(property.Class))
        {
            var end = WordScan.End(window, out kind, out var scanned);
            resume = Math.Max(resume, start + scanned);
            kind = end > 0 && end == EmojiScan.EndOfKeycap(window) ? TokenKind.Emoji : kind;
            return start + end;
        }

        if (EmojiScan.MayBegin(codePoint, property))
        {
            kind = TokenKind.Emoji;
            return start + EmojiScan.End(window);
        }

        if (property.IsSoutheastAsian)
        {
            kind = TokenKind.SoutheastAsian;
            return start + EndOfSoutheastAsian(window);
        }

        var script = codePoint < 0x2E80 ? Script.Common : Scripts.Of(codePoint);
        if (script is not (Script.Han or Script.Hiragana))
        {
            return start;
        }

        kind = script == Script.Han ? TokenKind.Ideographic : TokenKind.Hiragana;
        return start + WordScan.SkipClinging(window, length);
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int start)
    {
        if (text.Length - start <= MaxTokenLength)
        {
            return text[start..];
        }

        var last = text[start + MaxTokenLength - 1];
        return text.Slice(start, char.IsHighSurrogate(last) ? MaxTokenLength - 1 : MaxTokenLength);
    }

    private static int EndOfSoutheastAsian(ReadOnlySpan<char> window)
    {
        var end = 0;
        while (end < window.Length && WordBreakProperty.Of(CodePoints.At(window, end, out var length)).IsSoutheastAsian)
        {
            end = WordScan.SkipClinging(window, end + length);
        }

        return end;
    }

    private void Take(ReadOnlySpan<char> text, int start, int end, TokenKind kind)
    {
        _token.SetTerm(text[start..end]);
        _token.StartOffset = start;
        _token.EndOffset = end;
        _token.PositionIncrement = 1;
        _token.Kind = kind;
        _position = end;
    }
}
