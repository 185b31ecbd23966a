using System.Globalization;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>How a note's number is set.</summary>
internal enum NoteStyle
{
    /// <summary>[1], [^a].</summary>
    Bracket,

    /// <summary>¹.</summary>
    Superscript,

    /// <summary>1, without anything around it.</summary>
    Plain,

    /// <summary>注1.</summary>
    Japanese,

    /// <summary>※, *, †, ‡, with a number or without.</summary>
    Sign,
}

/// <summary>The mark of a note, in front of it or where it is cited.</summary>
/// <param name="Style">How it is set.</param>
/// <param name="Label">Its number in ASCII digits, or its sign.</param>
/// <param name="Length">Length in the text.</param>
internal readonly record struct NoteMark(NoteStyle Style, string Label, int Length)
{
    private const int LongestLabel = 12;
    private const int MostDigits = 3;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The mark that the text begins with; null for none.</summary>
    public static NoteMark? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        return text[0] switch
        {
            '[' => Bracketed(text),
            '注' => Numbered(text, 1, NoteStyle.Japanese),
            '(' or '（' when text.Length > 1 && text[1] == '注' => Numbered(text, 2, NoteStyle.Japanese),
            '※' or '*' or '†' or '‡' or '＊' => Numbered(text, 1, NoteStyle.Sign) ?? new NoteMark(NoteStyle.Sign, text[..1].ToString(), 1),
            _ when Superscripts.Contains(text[0], StringComparison.Ordinal) => Raised(text),
            _ => Numbered(text, 0, NoteStyle.Plain),
        };
    }

    /// <summary>Whether a citation with this mark may mean a note with that one.</summary>
    public bool Means(NoteMark note) => Label == note.Label
        && (Style == note.Style || (Style, note.Style) is (NoteStyle.Superscript, NoteStyle.Plain or NoteStyle.Bracket) or (NoteStyle.Plain, NoteStyle.Superscript));

    private static NoteMark? Bracketed(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, LongestLabel)].IndexOf(']');
        var inside = close < 0 ? default : text[1..close].TrimStart('^');
        var isLabel = inside.Length > 0 && (text[1] == '^' || inside.IndexOfAnyExceptInRange('0', '9') < 0) && !inside.Contains(' ');
        return isLabel ? new NoteMark(NoteStyle.Bracket, inside.ToString(), close + 1) : null;
    }

    private static NoteMark? Raised(ReadOnlySpan<char> text)
    {
        var label = "";
        for (var i = 0; i < text.Length && i < MostDigits && Superscripts.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var digit; i++)
        {
            label += digit.ToString(CultureInfo.InvariantCulture);
        }

        return new NoteMark(NoteStyle.Superscript, label, label.Length);
    }

    private static NoteMark? Numbered(ReadOnlySpan<char> text, int start, NoteStyle style)
    {
        var number = 0;
        var end = start;
        while (end < text.Length && end - start <= MostDigits && char.IsDigit(text[end]))
        {
            number = (10 * number) + CharUnicodeInfo.GetDecimalDigitValue(text[end]);
            end++;
        }

        return end == start || end - start > MostDigits || number == 0 ? null : new NoteMark(style, number.ToString(CultureInfo.InvariantCulture), end);
    }
}
