using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tests.Extractors.Pdf;
using PolicySearch.Extraction.Tests.Extractors.Programs;
using PolicySearch.Testing;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>What a file of the shared documents must give, as <c>tests/shared-documents/manifest.json</c> says; of metadata that it leaves out nothing is asked.</summary>
internal sealed class SharedDocument
{
    private readonly JsonElement _entry;

    private SharedDocument(JsonElement entry) => _entry = entry;

    public static IReadOnlyList<SharedDocument> All { get; } = Load();

    public string File => _entry.GetProperty("file").GetString()!;

    /// <summary>The extractor that reads it; null where none does.</summary>
    public string? Extractor => Optional("extractor");

    /// <summary>Why it is refused; null where it is read.</summary>
    public string? Refused => Optional("refused");

    /// <summary>Large files and those that OCR reads are for the long run.</summary>
    public bool IsInThisRun => (!_entry.TryGetProperty("slow", out _) || LongRun.Rounds(0, 1) == 1) && (Extractor != "pdf" || PdfPrograms.WhySkip is null)
        && (Extractor != "doc" || ProgramFactAttribute.WhySkip("catdoc") is null);

    /// <summary>What the document lacks.</summary>
    public IEnumerable<string> Faults(Document document)
    {
        var text = Whitespace.Collapse(document.Text);
        var phrases = _entry.GetProperty("phrases").EnumerateArray().Select(phrase => phrase.GetString()!).ToList();
        var lost = phrases.Where(phrase => !text.Contains(phrase, StringComparison.Ordinal)).Select(phrase => $"no '{phrase}'");
        var wrong = new (string Name, string? Value)[]
        {
            ("title", document.Title), ("creator", document.Creator), ("published", document.Published), ("language", document.Language),
            ("media_type", document.MediaType), ("canonical", document.CanonicalAddress), ("whole", text),
        }.Where(pair => _entry.TryGetProperty(pair.Name, out var expected) && expected.GetString() != pair.Value).Select(pair => $"{pair.Name} is '{pair.Value}'");
        var unsaid = Optional("notes") is { } note && !document.Notes.Any(said => said.Contains(note, StringComparison.Ordinal)) ? (string[])[$"no note '{note}'"] : [];
        return [.. lost, .. wrong, .. unsaid];
    }

    private string? Optional(string name) => _entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<SharedDocument> Load()
    {
        var path = Path.Combine(SharedData.Repository, "tests", "shared-documents", "manifest.json");
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return [.. json.RootElement.EnumerateArray().Select(entry => new SharedDocument(entry.Clone())).OrderBy(document => document.File, StringComparer.Ordinal)];
    }
}
