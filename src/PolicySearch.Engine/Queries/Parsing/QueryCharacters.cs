namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Which characters mean something in a query.</summary>
internal static class QueryCharacters
{
    /// <summary>The operator for which a character stands: full-width forms and typographic quotes stand for the ASCII ones; others for themselves.</summary>
    public static char Operator(char c) => c switch
    {
        '\u201C' or '\u201D' or '\uFF02' => '"',
        '（' or '）' or '：' or '！' or '＋' or '－' or '＊' or '＾' or '［' or '］' or '｛' or '｝' or '＼' => Ascii(c),
        _ => c,
    };

    /// <summary>The ASCII form of a full-width letter, digit or sign; others as they are.</summary>
    public static char Ascii(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    /// <summary>The ASCII form of a whole word.</summary>
    public static string Ascii(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Ascii(source[i]);
        }
    });

    /// <summary>Whether a word ends before this character, unless it is escaped.</summary>
    public static bool EndsWord(char c) => char.IsWhiteSpace(c) || Operator(c) is '!' or '(' or ')' or ':' or '^' or '[' or ']' or '"' or '{' or '}' or '~' or '*';
}
