using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority;

/// <summary>Reads <c>gazetteer.tsv</c>: thousands of places that need no more than a line each; <c>Data/gazetteer/generate.py</c> makes it and says from what.</summary>
internal static class GazetteerReader
{
    private const char Doubt = '?';
    private const string Source = "GeoNames; ISO 3166-2; codes of Japan's municipalities (MIC)";

    /// <summary>The entries: id, country, other names parted by |; a ? before an id or a name that may mean something else.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">A line has other than three columns.</exception>
    public static List<AuthorityEntry> Read(string file, string text)
    {
        var entries = new List<AuthorityEntry>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty)
            {
                continue;
            }

            var columns = line.ToString().Split('\t');
            var origin = new AuthorityOrigin(file, number);
            if (columns is not [var id, var country, var others])
            {
                throw new AuthorityException($"{origin}: a place has three columns (id, country, names), not {columns.Length}");
            }

            string[] names = others.Length == 0 ? [] : others.Split('|');
            var doubtful = names.Prepend(id).Where(name => name[0] == Doubt).Select(name => name[1..]).ToHashSet(StringComparer.Ordinal);
            entries.Add(new AuthorityEntry(MentionType.Place, id.TrimStart(Doubt), Array.ConvertAll(names, name => name.TrimStart(Doubt)), [])
            {
                Country = country,
                Source = Source,
                Doubtful = doubtful,
                Origin = origin,
            });
        }

        return entries;
    }
}
