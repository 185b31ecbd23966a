using System.Diagnostics;
using System.IO.Compression;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Gold;

/// <summary>The main content of the web pages of the article extraction benchmark.</summary>
public sealed class MainContentTests
{
    [SharedDataFact("boilerplate")]
    public void The_scorer_finds_an_F1_of_at_least_095()
    {
        using var folder = new TemporaryFolder();
        var pages = Directory.CreateDirectory(folder["html"]).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(SharedData.Find("boilerplate"), "html"), "*.gz"))
        {
            using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var page = File.Create(Path.Combine(pages, Path.GetFileNameWithoutExtension(file)));
            packed.CopyTo(page);
        }

        var extracted = PolicySearchProgram.Run(["extract", pages, "--format", "document"]);
        Assert.True(extracted.ExitCode == 0, extracted.Error);
        File.WriteAllText(folder["documents.jsonl"], extracted.Output);

        string[] arguments =
        [
            Path.Combine(SharedData.Find("boilerplate"), "score.py"), Path.Combine(SharedData.Find("boilerplate"), "ground-truth.json"),
            folder["documents.jsonl"], "--min", "0.95", "--worst", "20",
        ];
        using var scorer = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = scorer.StandardOutput.ReadToEnd();
        var error = scorer.StandardError.ReadToEnd();
        scorer.WaitForExit();

        Assert.True(scorer.ExitCode == 0, output + error);
    }
}
