using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>What a file says of itself, beside its text; null for what it does not say.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Creator">Who made it.</param>
/// <param name="Published">When, in any form that can be read as a date. Of Office files it is when they were saved last, for they are made from templates and older files, whose own date of creation they keep.</param>
internal readonly partial record struct FileProperties(string? Title = null, string? Creator = null, string? Published = null)
{
    private const int LongestCreator = 300;

    /// <summary>The title that somebody gave it; null where there is none but what programs write in its place, or what is left of letters that one did not know.</summary>
    public string? GivenTitle => string.IsNullOrWhiteSpace(Title) || Generated().IsMatch(Title) ? null : PolicySearch.Text.Whitespace.Collapse(Title);

    /// <summary>Several creators as one, each once; null where none has a name.</summary>
    public static string? Creators(IEnumerable<string?> names)
    {
        var all = string.Join("; ", names.Select(name => PolicySearch.Text.Whitespace.Collapse(name)).Where(name => name.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal));
        return all.Length is > 0 and <= LongestCreator ? all : null;
    }

    [GeneratedRegex(@"^\s*(slide ?\d+|powerpoint[ -]presentation|microsoft \w+ - .*|untitled.*|document ?\d*|presentation ?\d*|\?+)\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Generated();
}
