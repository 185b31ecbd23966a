namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>What a file says of itself, beside its text; null for what it does not say.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Creator">Who made it.</param>
/// <param name="Published">When, in any form that can be read as a date.</param>
internal readonly record struct FileProperties(string? Title = null, string? Creator = null, string? Published = null)
{
    private const int LongestCreator = 300;

    /// <summary>Several creators as one, each once; null where none has a name.</summary>
    public static string? Creators(IEnumerable<string?> names)
    {
        var all = string.Join("; ", names.Select(name => PolicySearch.Text.Whitespace.Collapse(name)).Where(name => name.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal));
        return all.Length is > 0 and <= LongestCreator ? all : null;
    }
}
