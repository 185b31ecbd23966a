using System.Buffers;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>One line of a plain text.</summary>
/// <param name="Raw">The line without its line break.</param>
/// <param name="Trimmed">The same without white space at its ends; empty for a blank line.</param>
/// <param name="Page">Number of form feeds before it.</param>
internal readonly record struct TextLine(TextSpan Raw, TextSpan Trimmed, int Page)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    /// <summary>Whether nothing stands on it.</summary>
    public bool IsBlank => Trimmed.Length == 0;

    /// <summary>Columns before the first character, wide characters as one.</summary>
    public int Indent => Trimmed.Start - Raw.Start;

    /// <summary>All lines of <paramref name="text"/>; CR, LF, CRLF, NEL, form feed, LS and PS end one.</summary>
    public static List<TextLine> ReadAll(string text)
    {
        var lines = new List<TextLine>();
        var page = 0;
        var start = 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny(Breaks);
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new TextLine(new TextSpan(start, end), Trim(text, start, end), page));
            if (length < 0)
            {
                break;
            }

            page += text[end] == '\f' ? 1 : 0;
            start = AfterBreak(text, end);
        }

        return lines;
    }

    // CR CR LF is what a CRLF becomes on its way through a text mode.
    private static int AfterBreak(string text, int at)
    {
        var end = at;
        while (end < text.Length && end <= at + 1 && text[end] == '\r')
        {
            end++;
        }

        return end > at && end < text.Length && text[end] == '\n' ? end + 1 : at + 1;
    }

    /// <summary>The stretch without white space at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    // Zero-width spaces and stray byte-order marks fill lines of saved pages that look blank.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u2060';
}
