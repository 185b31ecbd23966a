using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Markup;

/// <summary>Title, author and date out of the YAML above a Markdown text.</summary>
/// <param name="Title">The title, or null.</param>
/// <param name="Creator">The author, or null.</param>
/// <param name="Published">The date, or null.</param>
internal readonly record struct FrontMatter(string? Title, string? Creator, string? Published)
{
    // Only plain "name: value" lines are read: a whole YAML parser would read aliases and tags too, which no title needs.
    public static FrontMatter Read(ReadOnlySpan<char> yaml)
    {
        string? title = null;
        string? creator = null;
        string? published = null;
        foreach (var line in yaml.EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                continue;
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim().Trim("\"'").Trim();
            if (value.IsEmpty)
            {
                continue;
            }

            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                title ??= value.ToString();
            }
            else if (name.Equals("author", StringComparison.OrdinalIgnoreCase) || name.Equals("creator", StringComparison.OrdinalIgnoreCase))
            {
                creator ??= FileProperties.Creators([value.ToString()]);
            }
            else if (name.Equals("date", StringComparison.OrdinalIgnoreCase) || name.Equals("published", StringComparison.OrdinalIgnoreCase) || name.Equals("publish_date", StringComparison.OrdinalIgnoreCase))
            {
                published ??= PublicationDates.FromIso(value.ToString()) ?? PublicationDates.Find(value);
            }
        }

        return new FrontMatter(title, creator, published);
    }
}
