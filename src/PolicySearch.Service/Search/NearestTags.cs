using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service.Tags;

namespace PolicySearch.Service.Search;

/// <summary>Finds the tags of an index whose ids are spelled nearly like a text: that hold it, or are few changes of letters away.</summary>
internal sealed class NearestTags(IndexReader reader)
{
    private const int Most = 3;
    private const int LongestText = 80;

    /// <summary>The ids, the nearest first; of equally near ones that of most passages.</summary>
    public IReadOnlyList<string> Find(MentionType type, string text)
    {
        var wanted = PassageSchema.Analyzer.Normalize(text);
        if (wanted.Length is 0 or > LongestText)
        {
            return [];
        }

        var near = new TagCounter(reader).Run(type)
            .Select(tag => (tag.Key, tag.Value.Passages, Distance: Distance(wanted, PassageSchema.Analyzer.Normalize(tag.Key))))
            .Where(tag => tag.Distance is not null)
            .OrderBy(tag => tag.Distance)
            .ThenByDescending(tag => tag.Passages)
            .ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return [.. near.Where(tag => tag.Distance <= near[0].Distance + 1).Select(tag => tag.Key)];
    }

    // A third of the letters may differ; one that holds the other is as near as one with one letter changed.
    private static int? Distance(string wanted, string id)
    {
        const int ShortestPart = 3;
        if (wanted.Length >= ShortestPart && id.Contains(wanted, StringComparison.Ordinal))
        {
            return 1;
        }

        var most = wanted.Length / 3;
        return Math.Abs(wanted.Length - id.Length) <= most && Changes(wanted, id) is var changes && changes <= most ? changes : null;
    }

    /// <summary>Number of letters to insert, leave out or replace (Levenshtein 1966).</summary>
    private static int Changes(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
