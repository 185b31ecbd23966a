using System.Globalization;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>What <c>pdfinfo -isodates</c> says of a file.</summary>
/// <param name="Title">The title; null where there is none, or only the name of a file.</param>
/// <param name="Creator">The author, or null.</param>
/// <param name="Created">Day of creation as YYYY-MM-DD, or null.</param>
/// <param name="Pages">Number of pages.</param>
internal sealed record PdfInfo(string? Title, string? Creator, string? Created, int Pages)
{
    /// <summary>The entries of its outline.</summary>
    public IReadOnlyList<OutlineEntry> Outline { get; init; } = [];

    private const int LongestTitle = 300;

    private static readonly string[] FileEndings = [".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".xls", ".xlsx", ".ppt", ".pptx", ".p65", ".tex", ".dvi", ".rtf", ".odt", ".jtd"];

    /// <summary>Reads the program's output.</summary>
    public static PdfInfo Parse(string output)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in output.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values.TryAdd(line[..colon], Whitespace.Collapse(line.AsSpan(colon + 1)));
            }
        }

        return new PdfInfo(
            TitleOf(values.GetValueOrDefault("Title")),
            FileProperties.Creators([values.GetValueOrDefault("Author")]),
            PublicationDates.FromIso(values.GetValueOrDefault("CreationDate")),
            int.TryParse(values.GetValueOrDefault("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0);
    }

    // Word processors put the file's name there: "Microsoft Word - draft3.doc", "untitled".
    private static string? TitleOf(string? title)
    {
        if (title is null or { Length: < 3 or > LongestTitle } || title.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return null;
        }

        var isFile = Array.Exists(FileEndings, ending => title.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || title.StartsWith("Microsoft ", StringComparison.Ordinal) || title.StartsWith("untitled", StringComparison.OrdinalIgnoreCase)
            || !title.Contains(' ', StringComparison.Ordinal) && title.Any(c => c is '_' or '\\' or '/');
        return isFile ? null : title;
    }
}
