using System.Text;

namespace PolicySearch.Extraction.Tagging;

/// <summary>A name as an id: white space collapsed to one blank, words that a line's end broke made whole.</summary>
internal static class CleanName
{
    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/>, cleaned.</summary>
    public static string Of(string text, int start, int end)
    {
        var name = new StringBuilder(end - start);
        var isBlank = false;
        foreach (var unit in text.AsSpan(start, end - start))
        {
            if (isBlank && char.IsLower(unit) && name.Length > 1 && name[^1] == '-' && char.IsLetter(name[^2]))
            {
                // A word broken at a line's end.
                name.Length--;
                isBlank = false;
            }

            if (char.IsWhiteSpace(unit))
            {
                isBlank = true;
                continue;
            }

            if (isBlank && name.Length > 0)
            {
                name.Append(' ');
            }

            isBlank = false;
            name.Append(unit);
        }

        return name.ToString();
    }
}
