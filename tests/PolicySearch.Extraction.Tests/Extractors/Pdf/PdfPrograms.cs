namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>Whether poppler and tesseract are installed; with <c>CI=true</c> their tests fail where they are not.</summary>
internal static class PdfPrograms
{
    private static readonly string[] Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);

    public static string? WhySkip { get; } =
        Array.TrueForAll(["pdftotext", "tesseract"], program => Array.Exists(Folders, folder => File.Exists(Path.Combine(folder, program)))) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "no poppler-utils or tesseract-ocr (tests/run.sh installs them)";
}

/// <summary>A theory that needs poppler and tesseract.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfTheoryAttribute : TheoryAttribute
{
    public PdfTheoryAttribute() => Skip = PdfPrograms.WhySkip;
}

/// <summary>A fact that needs poppler and tesseract.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute() => Skip = PdfPrograms.WhySkip;
}
