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
                var lost = Lost(PdfWords.Of(path), document.Text);
                faults.AddRange(lost.Count > 0 ? [$"{name}: {lost.Count} lost: {string.Join(' ', lost.Take(40))}"] : []);
            }
            catch (ExtractionException refused)
            {
                faults.AddRange(refused.Message.Contains(name, StringComparison.Ordinal) ? [] : [refused.Message]);
            }
        }

        Assert.Empty(faults);
    }

    // Every word as often as the program finds it; running heads are in the text too, as boilerplate. A word may be parted or joined where the
    // program does not (raised figures, letters spaced out): then it stands in the letters of the text, none of which may be lost.
    private static List<string> Lost(string expected, string text)
    {
        var counts = PdfWords.Count(text);
        var letters = string.Concat(text.Where(char.IsLetterOrDigit));
        return
        [
            .. Less(PdfWords.Count(expected).Where(word => !Holds(letters, word.Key)), counts),
            .. Less(Letters(expected), Letters(text)),
        ];
    }

    // The program joins words of two columns that touch: "fundsLead".
    private static bool Holds(string letters, string word) =>
        letters.Contains(word, StringComparison.Ordinal)
        || Enumerable.Range(1, word.Length - 1).Any(at => letters.Contains(word[..at], StringComparison.Ordinal) && letters.Contains(word[at..], StringComparison.Ordinal));

    private static IEnumerable<string> Less(IEnumerable<KeyValuePair<string, int>> expected, Dictionary<string, int> counts) =>
        expected.Where(word => counts.GetValueOrDefault(word.Key) < word.Value).Select(word => $"{word.Key}×{word.Value - counts.GetValueOrDefault(word.Key)}");

    private static Dictionary<string, int> Letters(string text) =>
        text.Where(char.IsLetterOrDigit).GroupBy(c => c.ToString()).ToDictionary(letters => letters.Key, letters => letters.Count());
}
