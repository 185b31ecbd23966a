using System.Globalization;
using System.Text;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>Makes parts of addresses of the names in one archive or message. They are never paths on disk, so whatever a hostile one says, it only has to be readable and unlike the others.</summary>
internal sealed class MemberNames
{
    private const int MostCharacters = 500;
    private const string Nameless = "unnamed";

    // With the number that the next one of that name gets, so that a hundred thousand equal names are numbered in one pass.
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Whether a member is one of those that no folder shows either: hidden files, and what macOS adds to an archive.</summary>
    public static bool IsHidden(string name) =>
        Steps(name).Any(step => (step[0] == '.' && step.Trim('.').Length > 0) || step == "__MACOSX");

    /// <summary>The name of an attachment, which has no folders and is never a hidden file: in it slashes are signs as others.</summary>
    /// <param name="name">Its name as it stands there; null or empty for none.</param>
    /// <param name="number">Its number among the attachments, from 1.</param>
    public static string OfAttachment(string? name, int number)
    {
        var plain = string.IsNullOrWhiteSpace(name) ? string.Create(CultureInfo.InvariantCulture, $"attachment-{number}") : name.Replace('/', '_').Replace('\\', '_');
        return plain.StartsWith('.') ? "_" + plain : plain;
    }

    /// <summary>The member's path: forward slashes, no empty, <c>.</c> or <c>..</c> steps, no control characters; numbered where an earlier member has the same.</summary>
    public string Add(string name)
    {
        var path = string.Join('/', Steps(Clean(name)).Where(step => step is not ("." or "..")));
        path = path.Length > MostCharacters ? Shortened(path) : path.Length == 0 ? Nameless : path;
        var unique = path;
        while (!_taken.TryAdd(unique, 2))
        {
            unique = Numbered(path, _taken[path]++);
        }

        return unique;
    }

    private static string[] Steps(string name) => name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Also what would turn the direction of a line, and halves of characters.
    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
            clean.Append(isShown ? rune.ToString() : "_");
        }

        return clean.ToString();
    }

    // The end tells more: it has the file's name.
    private static string Shortened(string path)
    {
        var start = path.Length - MostCharacters;
        return path[(char.IsLowSurrogate(path[start]) ? start + 1 : start)..].TrimStart('/');
    }

    private static string Numbered(string path, int number)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') + 1 ? $"{path[..dot]} ({number}){path[dot..]}" : $"{path} ({number})";
    }
}
