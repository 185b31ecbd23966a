using System.Text;
using System.Text.RegularExpressions;

namespace PolicySearch.Service.Ingestion;

/// <summary>A pattern of paths below a root, without regard to case.</summary>
/// <remarks>
/// <c>*</c> stands for anything within a name, <c>**</c> for anything across folders, <c>?</c> for one character. A pattern without a slash is
/// matched with names at any depth (<c>*.pdf</c>), one with a slash with whole paths (<c>2020/*.pdf</c>, <c>/notes.txt</c>). What matches a folder
/// matches all below it; a slash at the end means folders alone (<c>drafts/</c>).
/// </remarks>
public sealed class PathPattern
{
    private readonly Regex _paths;

    private PathPattern(string text)
    {
        Text = text;
        var ofFolder = text.EndsWith('/');
        var body = text.Trim('/');
        var anyDepth = !text.TrimEnd('/').Contains('/', StringComparison.Ordinal);

        // The automaton without backtracking takes time in proportion to the path, whatever the pattern.
        _paths = new Regex(
            $"^{(anyDepth ? "(?:.*/)?" : "")}{Translate(body)}{(ofFolder ? "/.*" : "(?:/.*)?")}$",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads patterns.</summary>
    /// <exception cref="IngestionException">One can match nothing.</exception>
    public static PathPattern[] ParseAll(IReadOnlyList<string> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return [.. patterns.Select(Parse)];
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="IngestionException">It can match nothing.</exception>
    public static PathPattern Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var isPath = pattern.Trim('/').Split('/').All(part => part is not ("" or "." or ".."));
        return isPath && !pattern.Contains('\\', StringComparison.Ordinal)
            ? new PathPattern(pattern)
            : throw new IngestionException(
                $"the pattern '{pattern}' matches no path below a source root; write it as '*.pdf', 'drafts/' or '2020/**/*.html', with forward slashes");
    }

    /// <summary>The patterns as they were written.</summary>
    public static IReadOnlyList<string> Texts(PathPattern[] patterns) => Array.ConvertAll(patterns, pattern => pattern.Text);

    /// <summary>Whether it matches a file, or a folder above it.</summary>
    /// <param name="path">Path below the root with forward slashes; with one at the end for a folder.</param>
    public bool Matches(string path) => _paths.IsMatch(path);

    private static string Translate(string body)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < body.Length; i++)
        {
            var rest = body.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                regex.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                regex.Append(".*");
                i++;
            }
            else
            {
                regex.Append(body[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return regex.ToString();
    }
}
