namespace PolicySearch.Engine.Tests.Analysis.English;

/// <summary>Reads texts with the tokens that Apache Lucene made of them.</summary>
/// <remarks>A line <c>text</c>, tab, the text; then a line a token: term, start, end, increment, type.</remarks>
internal static class LuceneSamples
{
    public static IEnumerable<(string Text, IReadOnlyList<string> Rows)> Read(string name)
    {
        string? text = null;
        var rows = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Analysis", "Data", name)))
        {
            if (line.StartsWith("text\t", StringComparison.Ordinal))
            {
                if (text is not null)
                {
                    yield return (text, rows);
                }

                text = line[5..];
                rows = [];
            }
            else
            {
                rows.Add(line);
            }
        }

        yield return (text!, rows);
    }
}
