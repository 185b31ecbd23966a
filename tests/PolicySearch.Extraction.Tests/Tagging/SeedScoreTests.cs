using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Scores extraction and tagging together on the seeds.</summary>
public sealed class SeedScoreTests(ITestOutputHelper output)
{
    [SharedDataFact("gold")]
    public void Tags_of_the_seeds_reach_the_figure_that_is_asked_for()
    {
        var reader = DocumentReader.CreateDefault();
        var lines = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var read = reader.Read(new SourceFile(name, File.ReadAllBytes(path)), name);
            foreach (var passage in read.Passages)
            {
                lines.AppendLine(JsonSerializer.Serialize(new { doc = name, start = passage.Passage.Span.Start, end = passage.Passage.Span.End, text = passage.Passage.Span.Of(read.Document.Text).ToString(), tags = passage.Mentions.Select(mention => Tag(mention, read.Document.Text)) }));
            }
        }

        var (status, report) = Score(lines.ToString());
        output.WriteLine(report);
        Assert.True(status == 0, report);
    }

    private static object Tag(Mention mention, string text) => new
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
    };

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
