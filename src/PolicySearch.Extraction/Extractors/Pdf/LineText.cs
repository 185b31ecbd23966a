using System.Text;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Joins words to lines, and lines to paragraphs.</summary>
internal static class LineText
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>A line's text.</summary>
    public static string Of(PdfLine line)
    {
        var text = new StringBuilder();
        var words = RightToLeft.Logical(line.Words);
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && text.Length > 0 && NeedsSpace(text[^1], words[i].Text[0], Gap(words[i - 1].Box, words[i].Box), line.Size))
            {
                text.Append(' ');
            }

            text.Append(words[i].Text);
        }

        return WithoutSoftHyphens(text);
    }

    /// <summary>The lines as running text: words that a line end broke are whole again.</summary>
    /// <param name="lines">The lines' texts.</param>
    /// <param name="isCompound">Whether a word with this hyphen in it is used elsewhere in the document.</param>
    public static string Join(IEnumerable<string> lines, Func<string, bool> isCompound)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Append(text, line, isCompound);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string line, Func<string, bool> isCompound)
    {
        if (text.Length == 0 || line.Length == 0)
        {
            text.Append(line);
        }
        else if (text[^1] == SoftHyphen)
        {
            text.Length--;
            text.Append(line);
        }
        else if (BreaksWord(text, line))
        {
            // "long-" / "term" keeps its hyphen where the document has "long-term" in the middle of a line.
            if (text[^1] == '\u2010' || !isCompound(LastWord(text) + FirstWord(line)))
            {
                text.Length--;
            }

            text.Append(line);
        }
        else
        {
            text.Append(IsWideJoint(text[^1], line[0]) || EndsInHyphen(text) ? "" : " ").Append(line);
        }
    }

    private static bool NeedsSpace(char last, char first, double gap, double size) =>
        WideText.Is(last) || WideText.Is(first) ? gap > (WideText.Is(last) && WideText.Is(first) ? 0.7 : 0.45) * size : true;

    private static double Gap(Box left, Box right) => right.Left >= left.Right ? right.Left - left.Right : Math.Max(0, left.Left - right.Right);

    // In the middle of a line they are invisible places where the word might have been broken.
    private static string WithoutSoftHyphens(StringBuilder text)
    {
        for (var i = text.Length - 2; i >= 0; i--)
        {
            if (text[i] == SoftHyphen)
            {
                text.Remove(i, 1);
            }
        }

        return text.ToString();
    }

    private static bool IsWideJoint(char last, char first) =>
        (WideText.Is(last) && (WideText.Is(first) || char.IsAsciiLetterOrDigit(first))) || (WideText.Is(first) && char.IsLetterOrDigit(last));

    private static bool BreaksWord(StringBuilder text, string line) =>
        text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLower(text[^2]) && char.IsLower(line[0]);

    // "2001-" / "2005", "North-" / "Rhine": one word, with its hyphen.
    private static bool EndsInHyphen(StringBuilder text) => text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetterOrDigit(text[^2]);

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length - 1;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return text.ToString(start, text.Length - start);
    }

    private static string FirstWord(string line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        return line[..end];
    }
}
