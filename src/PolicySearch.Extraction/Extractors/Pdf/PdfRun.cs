using System.Globalization;
using System.Xml;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>The calls of poppler's programs on one file.</summary>
/// <param name="programs">Runs them.</param>
/// <param name="source">The source's name, for messages.</param>
/// <param name="folder">Where they work.</param>
/// <param name="file">The file.</param>
internal sealed class PdfRun(ProgramRunner programs, string source, WorkFolder folder, string file)
{
    private const int LeastImage = 200;

    private static readonly string[] Faults = ["Syntax Error", "Internal Error", "I/O Error"];

    private readonly List<OutlineEntry> _outline = [];

    /// <summary>What could not be read as well as it might have been.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The entries of the file's outline in order; known when its pages have been read.</summary>
    public IReadOnlyList<OutlineEntry> Outline => _outline;

    /// <summary>What the file says of itself.</summary>
    /// <exception cref="ExtractionException">It is protected by a password, or damaged.</exception>
    public PdfInfo Info(CancellationToken cancellationToken)
    {
        var result = programs.Run(Call("pdfinfo", "-isodates", "-enc", "UTF-8", file), cancellationToken);
        if (result.Errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExtractionException($"{source} is protected by a password; save a copy without it");
        }

        return result.ExitCode == 0 ? PdfInfo.Parse(result.Value) : throw Damaged(result.Reason);
    }

    /// <summary>The pages with their text layer.</summary>
    /// <exception cref="ExtractionException">The file is damaged.</exception>
    public List<PdfPage> Pages(int most, CancellationToken cancellationToken)
    {
        var last = most.ToString(CultureInfo.InvariantCulture);
        List<PdfPage> pages;
        try
        {
            var result = programs.Run(Call("pdftotext", "-bbox-layout", "-enc", "UTF-8", "-l", last, file, "-"), PageXml.Read, cancellationToken);
            pages = result.Value.Count > 0 ? result.Value : throw Damaged(result.Reason);
            NoteFaults(result.Errors);
        }
        catch (XmlException e)
        {
            throw new ExtractionException($"{source} is damaged: its text cannot be read", e);
        }

        return WithFonts(pages, last, cancellationToken);
    }

    /// <summary>The numbers of the pages that show an image of some size.</summary>
    public HashSet<int> PagesWithImages(CancellationToken cancellationToken)
    {
        var list = programs.Run(Call("pdfimages", "-list", file), cancellationToken).Value;
        var pages = new HashSet<int>();
        foreach (var row in list.Split('\n').Skip(2).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (row.Length > 4 && Number(row[3]) >= LeastImage && Number(row[4]) >= LeastImage)
            {
                pages.Add(Number(row[0]));
            }
        }

        return pages;
    }

    /// <summary>A page as OCR reads it; null when it cannot be drawn.</summary>
    public PdfPage? Ocr(Ocr ocr, PdfPage page, CancellationToken cancellationToken) => ocr.ReadPage(file, page, folder, source, cancellationToken);

    // What poppler gets over may still have cost text: a table of objects that it had to guess, a page that is none.
    private void NoteFaults(string errors)
    {
        var faults = errors.Split('\n').Where(line => Array.Exists(Faults, start => line.StartsWith(start, StringComparison.Ordinal))).ToList();
        if (faults.Count > 0)
        {
            Notes.Add($"it is damaged, and text may be missing ({faults[0].Trim()}{(faults.Count > 1 ? $", and {faults.Count - 1} more" : "")})");
        }
    }

    // Where fonts cannot be told, the height of lines has to do.
    private List<PdfPage> WithFonts(List<PdfPage> pages, string last, CancellationToken cancellationToken)
    {
        try
        {
            var call = Call("pdftohtml", "-xml", "-i", "-stdout", "-nodrm", "-zoom", "4", "-l", last, file);
            var runs = programs.Run(call, output => FontXml.Read(output, pages, _outline), cancellationToken).Value;
            return pages.ConvertAll(page => runs.TryGetValue(page.Number, out var fonts) ? FontXml.Apply(page, fonts) : page);
        }
        catch (Exception e) when (e is XmlException or ExtractionException)
        {
            Notes.Add("its fonts could not be read, so headings are known by the height of lines alone");
            return pages;
        }
    }

    private ProgramCall Call(string program, params string[] arguments) => new(program, arguments, folder.Path) { Format = "PDF", Package = "poppler-utils", Source = source };

    private ExtractionException Damaged(string reason) => new($"{source} is damaged and cannot be read ({reason})");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
