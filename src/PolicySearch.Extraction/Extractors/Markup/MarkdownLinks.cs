using System.Text;

namespace PolicySearch.Extraction.Extractors.Markup;

/// <summary>Reads lines with links as their readers see them.</summary>
internal static class MarkdownLinks
{
    private const int LongestLine = 600;

    /// <summary>The line with the words of its links in place of the links, "[Home](/index)" as "Home"; null where it has none or is too long to be a row of links.</summary>
    public static string? Plain(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine || line.IndexOf("](") < 0)
        {
            return null;
        }

        var plain = new StringBuilder(line.Length);
        while (line.IndexOf("](") is >= 0 and var middle)
        {
            var open = line[..middle].LastIndexOf('[');
            var close = line[middle..].IndexOf(')');
            if (open < 0 || close < 0)
            {
                break;
            }

            plain.Append(line[..open]).Append(line[(open + 1)..middle]);
            line = line[(middle + close + 1)..];
        }

        return plain.Append(line).ToString();
    }
}
