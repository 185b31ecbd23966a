using System.Diagnostics;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

public class SharedPdfTests
{
    private const int ShortMostBytes = 400_000;

    [SharedDataFact("docs")]
    public void Every_pdf_is_read_or_refused_and_no_word_of_pdftotext_is_lost()
    {
        var extractor = new PdfExtractor(ocr: new OcrLimits { MaxPages = 0 });
        var faults = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(SharedData.Find("docs"), "pdf"), "*.pdf").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(path).Length > LongRun.Rounds(ShortMostBytes, int.MaxValue))
            {
                continue;
            }

            var name = Path.GetFileName(path);
            try
            {
                var document = extractor.Extract(new SourceFile(name, File.ReadAllBytes(path)), CancellationToken.None);
                DocumentRules.AssertSound(document, name);
                var lost = Lost(PdfToText(path), document.Text);
                faults.AddRange(lost.Count > 0 ? [$"{name}: {lost.Count} lost: {string.Join(' ', lost.Take(10))}"] : []);
            }
            catch (ExtractionException refused)
            {
                faults.AddRange(refused.Message.Contains(name, StringComparison.Ordinal) ? [] : [refused.Message]);
            }
        }

        Assert.Empty(faults);
    }

    // By letters and digits alone, as the two may join and part words differently at hyphens and spaces.
    private static List<string> Lost(string expected, string text)
    {
        var counts = Letters(text);
        var lost = new List<string>();
        foreach (var (letter, count) in Letters(expected))
        {
            if (counts.GetValueOrDefault(letter) < count)
            {
                lost.Add($"{letter}×{count - counts.GetValueOrDefault(letter)}");
            }
        }

        return lost;
    }

    private static Dictionary<char, int> Letters(string text) =>
        text.Where(char.IsLetterOrDigit).GroupBy(c => c).ToDictionary(letters => letters.Key, letters => letters.Count());

    private static string PdfToText(string path)
    {
        var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
