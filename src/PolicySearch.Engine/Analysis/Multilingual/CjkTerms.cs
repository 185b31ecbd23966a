using PolicySearch.Text;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Engine.Analysis.Multilingual;

/// <summary>Which tokens belong to a run of Chinese or Japanese.</summary>
internal static class CjkTerms
{
    private const char FirstCjk = '\u2E80';

    /// <summary>Whether the token is Han or kana throughout; 々 counts, which the tokenizer takes for a letter.</summary>
    public static bool IsHanOrKana(Token token) => token.Kind switch
    {
        TokenKind.Ideographic or TokenKind.Hiragana or TokenKind.Katakana => true,
        TokenKind.AlphaNumeric => token.Term[0] >= FirstCjk && AllHanOrKana(token.Term),
        _ => false,
    };

    private static bool AllHanOrKana(ReadOnlySpan<char> term)
    {
        for (var i = 0; i < term.Length;)
        {
            var codePoint = CodePoints.At(term, i, out var length);
            if (!Scripts.IsHanOrKana(codePoint) && !WordBreakProperty.Of(codePoint).Clings)
            {
                return false;
            }

            i += length;
        }

        return true;
    }
}
