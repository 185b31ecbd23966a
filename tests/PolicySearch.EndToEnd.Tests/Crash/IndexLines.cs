using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>Every passage of an index with its tags, as the program's search tells them, in an order that does not depend on the segments.</summary>
internal sealed class IndexLines
{
    private IndexLines(List<(string Document, string Line)> lines)
    {
        All = [.. lines.Select(line => line.Line).Order(StringComparer.Ordinal)];
        Documents = lines.GroupBy(line => line.Document).ToDictionary(
            group => group.Key, group => group.Select(line => line.Line).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    /// <summary>All lines; as many as the search's total.</summary>
    public List<string> All { get; }

    /// <summary>The lines of each document.</summary>
    public IReadOnlyDictionary<string, List<string>> Documents { get; }

    /// <summary>Reads them; none where nothing has been committed.</summary>
    public static IndexLines Of(string index)
    {
        var lines = new List<(string, string)>();
        int total;
        do
        {
            var result = PolicySearchProgram.Run("search", "", "--index", index, "--limit", "1000", "--offset", $"{lines.Count}", "--group", "none", "--json");
            if (result.Error.Contains("no index in", StringComparison.Ordinal))
            {
                break;
            }

            Assert.True(result.ExitCode == 0, result.Error);
            var answer = JsonSerializer.Deserialize<JsonElement>(result.Output);
            total = answer.GetProperty("total").GetInt32();
            Assert.True(total == lines.Count || answer.GetProperty("hits").GetArrayLength() > 0, $"only {lines.Count} of {total} passages are given");
            lines.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => (
                hit.GetProperty("document").GetProperty("source").GetString()!,
                $"{hit.GetProperty("id").GetString()} {hit.GetProperty("start").GetInt32()} {hit.GetProperty("tags").GetRawText()}")));
        }
        while (lines.Count < total);

        return new IndexLines(lines);
    }
}
