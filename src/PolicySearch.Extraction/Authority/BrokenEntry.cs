using YamlDotNet.Core;

namespace PolicySearch.Extraction.Authority;

/// <summary>Finds the entry of an authority file that keeps the rest from being read, as by a bracket that it does not close.</summary>
internal static class BrokenEntry
{
    /// <summary>The first entry from <paramref name="start"/> on that is no YAML by itself.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="start">Index of the first line of the entry at which reading broke off; -1 where it was none.</param>
    /// <returns>Indexes of its first line and of the next entry's; (0, 0) where it cannot be told, the number of lines where no entry follows.</returns>
    public static (int Start, int Next) Find(string[] lines, int start)
    {
        while (start >= 0 && start < lines.Length && lines[start].TrimStart().StartsWith("- ", StringComparison.Ordinal))
        {
            var indent = Indent(lines[start]);
            var next = Array.FindIndex(lines, start + 1, line => !string.IsNullOrWhiteSpace(line) && Indent(line) <= indent);
            var follows = next > 0 && Indent(lines[next]) == indent && lines[next].AsSpan(indent).StartsWith("- ");
            if (!IsYaml(string.Join('\n', lines[start..(next < 0 ? lines.Length : next)])))
            {
                return (start, follows ? next : lines.Length);
            }

            start = follows ? next : -1;
        }

        return (0, 0);
    }

    private static bool IsYaml(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
            }

            return true;
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            return false;
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
