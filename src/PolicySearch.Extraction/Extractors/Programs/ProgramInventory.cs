using System.Text.RegularExpressions;
using PolicySearch.Extraction.Extractors.Pdf;

namespace PolicySearch.Extraction.Extractors.Programs;

/// <summary>A program, or a language of one, that some formats need.</summary>
/// <param name="Name">Its file name, such as <c>pdftotext</c>; of a language <c>tesseract jpn</c>.</param>
/// <param name="IsThere">Whether it is installed and runs.</param>
/// <param name="Version">Its version; null where it is missing or does not say.</param>
/// <param name="Formats">What is not read without it.</param>
/// <param name="Package">The Debian package that brings it.</param>
/// <param name="IsNeeded">Whether anything is not read without it; another program may do the same.</param>
public sealed record ProgramState(string Name, bool IsThere, string? Version, IReadOnlyList<string> Formats, string Package, bool IsNeeded);

/// <summary>Says which of the programs are there that formats are read through.</summary>
public static partial class ProgramInventory
{
    private static readonly string[] Pdf = ["PDF"];
    private static readonly string[] Scans = ["scanned PDF", "PNG", "JPEG", "TIFF"];
    private static readonly string[] Doc = ["DOC"];

    private static readonly (string Name, string VersionArgument, string[] Formats, string Package)[] Programs =
    [
        ("pdfinfo", "-v", Pdf, "poppler-utils"),
        ("pdftotext", "-v", Pdf, "poppler-utils"),
        ("pdftohtml", "-v", Pdf, "poppler-utils"),
        ("pdfimages", "-v", Pdf, "poppler-utils"),
        ("pdfdetach", "-v", ["files embedded in PDF"], "poppler-utils"),
        ("pdftoppm", "-v", ["scanned PDF"], "poppler-utils"),
        ("tesseract", "--version", Scans, "tesseract-ocr"),
    ];

    /// <summary>Whether programs are run without a network here.</summary>
    public static bool ClosesNetwork => ProgramRunner.ClosesNetwork;

    /// <summary>Runs each program for its version.</summary>
    public static IReadOnlyList<ProgramState> Check(ExtractionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var folder = new WorkFolder();
        var look = new Look(new ProgramRunner(options.Programs), folder, cancellationToken);
        return
        [
            .. Programs.Select(one => look.State(one.Name, one.VersionArgument, one.Formats, one.Package, isNeeded: true)),
            .. look.Languages(options.Ocr),
            .. look.Word(),
        ];
    }

    [GeneratedRegex(@"\d+(\.\d+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    private sealed class Look(ProgramRunner programs, WorkFolder folder, CancellationToken cancellationToken)
    {
        public ProgramState State(string name, string argument, string[] formats, string package, bool isNeeded)
        {
            var output = Run(name, argument);
            return new ProgramState(name, output is not null, output is null ? null : Version().Match(output) is { Success: true } match ? match.Value : null, formats, package, isNeeded);
        }

        public IEnumerable<ProgramState> Languages(OcrLimits ocr)
        {
            var known = (Run("tesseract", "--list-langs") ?? "").Split('\n', StringSplitOptions.TrimEntries);
            return ocr.Languages.Split('+').Select(language =>
                new ProgramState("tesseract " + language, known.Contains(language, StringComparer.Ordinal), null, Scans, "tesseract-ocr-" + language.Replace('_', '-'), IsNeeded: true));
        }

        // Either of the two is enough.
        public IEnumerable<ProgramState> Word()
        {
            var office = State("soffice", "--version", Doc, "libreoffice-writer-nogui", isNeeded: false);
            var catdoc = State("catdoc", "-V", Doc, "catdoc", isNeeded: !(office.IsThere && ProgramRunner.ClosesNetwork));
            return [catdoc, office];
        }

        // Some write their version to standard error, and call it a failure.
        private string? Run(string name, string argument)
        {
            if (programs.Find(name) is null)
            {
                return null;
            }

            try
            {
                var result = programs.Run(new ProgramCall(name, [argument], folder.Path) { Format = "", Package = "", Source = "its version" }, cancellationToken);
                return result.Value + "\n" + result.Errors;
            }
            catch (ExtractionException)
            {
                return null;
            }
        }
    }
}
