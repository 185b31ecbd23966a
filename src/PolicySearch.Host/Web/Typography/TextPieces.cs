namespace PolicySearch.Host.Web.Typography;

/// <summary>Cuts text into pieces that are set in one way.</summary>
public static class TextPieces
{
    private const string Japanese = "ja";

    /// <summary>All of a text, nothing marked.</summary>
    public static IReadOnlyList<TextPiece> Of(string text, string? language = null) => Cut(text, 0, text?.Length ?? 0, [], language);

    /// <summary>Cuts a part of a text at the ends of the marks and where Japanese begins and ends.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">First code unit of the part.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="marks">[start, end) in <paramref name="text"/>, sorted; those outside the part are left out, those across its ends cut.</param>
    /// <param name="language">Language of the text around it, or null.</param>
    public static IReadOnlyList<TextPiece> Cut(string text, int start, int end, IReadOnlyList<IReadOnlyList<int>> marks, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(marks);
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, start, text.Length);
        var pieces = new List<TextPiece>();
        var at = start;
        foreach (var mark in marks)
        {
            var from = Math.Clamp(mark[0], at, end);
            var to = Math.Clamp(mark[1], from, end);
            if (to > from)
            {
                AddByLanguage(pieces, text.AsSpan(at, from - at), marked: false, language);
                AddByLanguage(pieces, text.AsSpan(from, to - from), marked: true, language);
                at = to;
            }
        }

        AddByLanguage(pieces, text.AsSpan(at, end - at), marked: false, language);
        return pieces;
    }

    private static void AddByLanguage(List<TextPiece> pieces, ReadOnlySpan<char> text, bool marked, string? around)
    {
        if (IsEastAsian(around))
        {
            if (!text.IsEmpty)
            {
                pieces.Add(new TextPiece(text.ToString(), marked, Language: null));
            }

            return;
        }

        while (!text.IsEmpty)
        {
            var japanese = IsJapanese(text[0]);
            var length = 1;
            while (length < text.Length && IsJapanese(text[length]) == japanese)
            {
                length++;
            }

            pieces.Add(new TextPiece(text[..length].ToString(), marked, japanese ? Japanese : null));
            text = text[length..];
        }
    }

    /// <summary>Chinese and Korean texts have Han characters of their own, which are not Japanese.</summary>
    private static bool IsEastAsian(string? language) =>
        language is not null && (language.StartsWith("ja", StringComparison.Ordinal) || language.StartsWith("zh", StringComparison.Ordinal) || language.StartsWith("ko", StringComparison.Ordinal));

    /// <summary>Ideographic punctuation, Hiragana, Katakana, Han with its first extension, and full-width forms.</summary>
    private static bool IsJapanese(char character) =>
        character is (>= '\u3001' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF9F');
}
