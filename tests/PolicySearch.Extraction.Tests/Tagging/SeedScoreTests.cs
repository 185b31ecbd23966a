using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Scores the tagger on the seeds, each line a block, so that segmentation does not count.</summary>
public sealed class SeedScoreTests(ITestOutputHelper output)
{
    [SharedDataFact("gold")]
    public void Tags_of_the_seeds_reach_the_figure_that_is_asked_for()
    {
        var tagger = new Tagger();
        var lines = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            var tags = tagger.Tag(PlainDocuments.OfLines(text)).Select(mention => new
            {
                type = mention.Type.ToString().ToLowerInvariant(),
                id = mention.Id,
                text = mention.Span.Of(text).ToString(),
                start = mention.Span.Start,
                end = mention.Span.End,
                from = mention.Years?.From,
                to = mention.Years?.To,
                basis = mention.Years?.Basis.ToString().ToLowerInvariant(),
                role = mention.Years?.Role.ToString().ToLowerInvariant(),
                evidence = mention.Evidence,
            });
            lines.AppendLine(JsonSerializer.Serialize(new { doc = Path.GetFileName(path), start = 0, end = text.Length, text, tags }));
        }

        var (status, report) = Score(lines.ToString());
        output.WriteLine(report);
        Assert.True(status == 0, report);
    }

    private static (int Status, string Report) Score(string predictions)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, predictions);
            var gold = SharedData.Find("gold");
            var start = new ProcessStartInfo("python3")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                ArgumentList =
                {
                    Path.Combine(gold, "score.py"), gold, file, "--source", Path.Combine(SharedData.Repository, "seeds"),
                    "--errors", "200", "--min", "0.80",
                },
            };
            using var process = Process.Start(start)!;
            var report = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, report);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
