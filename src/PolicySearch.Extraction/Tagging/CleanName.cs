using System.Text;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging;

/// <summary>A name on one line: white space collapsed to one blank, words that a line's end broke made whole.</summary>
public static class CleanName
{
    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/>, cleaned.</summary>
    public static string Of(string text, int start, int end)
    {
        var name = new StringBuilder(end - start);
        bool isBlank = false, isLine = false;
        foreach (var unit in text.AsSpan(start, end - start))
        {
            if (char.IsWhiteSpace(unit))
            {
                isBlank = true;
                isLine |= unit is '\n' or '\r';
                continue;
            }

            if (isBlank && char.IsLower(unit) && name.Length > 1 && name[^1] == '-' && char.IsLetter(name[^2]))
            {
                // A word broken at a line's end.
                name.Length--;
            }
            else if (isBlank && name.Length > 0 && !(isLine && Scripts.IsCjk(unit) && Scripts.IsCjk(name[^1])))
            {
                name.Append(' ');
            }

            isBlank = isLine = false;
            name.Append(unit);
        }

        return name.ToString();
    }
}
