using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority;

/// <summary>Reads the tables of things that need no more than a line each: <c>gazetteer.tsv</c> (<c>Data/gazetteer/generate.py</c> makes it and says from what), <c>localities.tsv</c> and <c>firms.tsv</c>.</summary>
/// <param name="type">The type of the things.</param>
/// <param name="source">Where the facts come from.</param>
internal sealed class NameTableReader(MentionType type, string source)
{
    private const char Doubt = '?';

    /// <summary>For <c>gazetteer.tsv</c>.</summary>
    public static readonly NameTableReader Places = new(MentionType.Place, "GeoNames; ISO 3166-2; codes of Japan's municipalities (MIC)");

    /// <summary>For <c>localities.tsv</c>: what the gazetteer's sources lack.</summary>
    public static readonly NameTableReader Localities = new(MentionType.Place, "the countries' official lists of municipalities, districts and industrial sites");

    /// <summary>For <c>firms.tsv</c>.</summary>
    public static readonly NameTableReader Firms = new(MentionType.Organisation, "constituents of the large stock indices of each country; official sites of the firms");

    /// <summary>The entries: id, country, other names parted by |; a ? before an id or a name that may mean something else.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">A line has other than three columns.</exception>
    public List<AuthorityEntry> Read(string file, string text)
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
                throw new AuthorityException($"{origin}: an entry has three columns (id, country, names), not {columns.Length}");
            }

            entries.Add(Entry(id, country, others.Length == 0 ? [] : others.Split('|'), origin));
        }

        return entries;
    }

    private AuthorityEntry Entry(string id, string country, string[] names, AuthorityOrigin origin)
    {
        var plain = Array.ConvertAll(names, name => name.TrimStart(Doubt));
        return new AuthorityEntry(type, id.TrimStart(Doubt), Array.FindAll(plain, name => !IsShort(name)), Array.FindAll(plain, IsShort))
        {
            Country = country.Length == 0 ? null : country,
            Source = source,
            Doubtful = names.Prepend(id).Where(name => name[0] == Doubt).Select(name => name[1..]).ToHashSet(StringComparer.Ordinal),
            Origin = origin,
        };
    }

    // Places have no short forms: "Hof" must not hide HOF, but SUMCO is one.
    private bool IsShort(string name) => type != MentionType.Place && char.IsAscii(name[0]) && AuthorityIndex.IsShortForm(name);
}
