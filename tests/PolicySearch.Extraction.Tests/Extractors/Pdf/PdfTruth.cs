using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>A PDF of <c>tests/pdf</c> with what must be read out of it.</summary>
internal sealed record PdfTruth(string Name, IReadOnlyList<(string Kind, string Text)> Blocks, IReadOnlyList<string[][]> Tables, IReadOnlyList<string> Running)
{
    public static string Folder { get; } = Path.Combine(SharedData.Repository, "tests", "pdf");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.pdf").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public bool IsScan => Name.StartsWith("scan-", StringComparison.Ordinal);

    public SourceFile Source => new(Name + ".pdf", File.ReadAllBytes(Path.Combine(Folder, Name + ".pdf")));

    public static PdfTruth Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        var root = json.RootElement;
        return new PdfTruth(
            name,
            [.. root.GetProperty("blocks").EnumerateArray().Select(block => (block.GetProperty("kind").GetString()!, block.GetProperty("text").GetString()!))],
            [.. root.GetProperty("tables").Deserialize<string[][][]>()!],
            [.. root.GetProperty("running").Deserialize<string[]>()!]);
    }

    /// <summary>1 − edit distance ÷ length; white space does not count.</summary>
    public double Similarity(Document document)
    {
        var expected = Squeeze(string.Concat(Blocks.Select(block => block.Text)));
        var read = Squeeze(string.Concat(document.Blocks.Where(block => block.Kind != BlockKind.Boilerplate).Select(block => block.Span.Of(document.Text).ToString())));
        return 1 - ((double)Distance(expected, read) / Math.Max(expected.Length, read.Length));
    }

    public double HeadingsF1(Document document) => F1(
        Blocks.Where(block => block.Kind is "heading" or "title").Select(block => Squeeze(block.Text)),
        document.Blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Title).Select(block => Squeeze(block.Span.Of(document.Text).ToString())));

    /// <summary>Cells by their table, row, column and text.</summary>
    public double CellsF1(Document document) => F1(
        Tables.SelectMany((rows, table) => rows.SelectMany((row, y) => row.Select((cell, x) => $"{table} {y} {x} {Squeeze(cell)}"))),
        document.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => $"{block.Table} {block.Row} {block.Column} {Squeeze(block.Span.Of(document.Text).ToString())}"));

    private static double F1(IEnumerable<string> expected, IEnumerable<string> read)
    {
        var left = expected.ToList();
        var (all, found) = (left.Count, 0);
        var readCount = 0;
        foreach (var one in read)
        {
            readCount++;
            found += left.Remove(one) ? 1 : 0;
        }

        return all + readCount == 0 ? 1 : 2.0 * found / (all + readCount);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        var row = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = a[i - 1] == b[j - 1] ? above[j - 1] : 1 + Math.Min(above[j - 1], Math.Min(above[j], row[j - 1]));
            }

            (above, row) = (row, above);
        }

        return above[^1];
    }
}
