using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors;

/// <summary>All that extraction takes on at most.</summary>
public sealed record ExtractionOptions
{
    /// <summary>Limits of every source and of what is packed in it.</summary>
    public ExtractionLimits Limits { get; init; } = ExtractionLimits.Default;

    /// <summary>Where programs are found, and what a run of one may take.</summary>
    public ProgramLimits Programs { get; init; } = new();

    /// <summary>How much is read by OCR, in which languages.</summary>
    public OcrLimits Ocr { get; init; } = new();

    /// <summary>What tells these options from others that would give other documents; empty for the default ones.</summary>
    public string Fingerprint => this == new ExtractionOptions() ? "" : $";{Limits};{Programs with { Folder = null }};{Ocr}";
}
