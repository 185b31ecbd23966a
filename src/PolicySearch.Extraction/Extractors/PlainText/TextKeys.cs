using System.Text;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Keys by which texts are equal that readers take for equal.</summary>
internal static class TextKeys
{
    /// <summary>Lower case, white space and punctuation as one space, "&amp;" as "and"; digits as # when <paramref name="anyNumber"/>.</summary>
    public static string Of(ReadOnlySpan<char> text, bool anyNumber = false)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '&')
            {
                Part(key).Append("and ");
            }
            else if (anyNumber && char.IsDigit(c))
            {
                key.Append('#');
            }
            else if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
            else if (c is not '\'' and not '’')
            {
                Part(key);
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Number of words; wide characters count half a word each.</summary>
    public static int Words(ReadOnlySpan<char> text) => Segmentation.WordCount.Of(text);

    private static StringBuilder Part(StringBuilder key) =>
        key.Length == 0 || key[^1] == ' ' ? key : key.Append(' ');
}
