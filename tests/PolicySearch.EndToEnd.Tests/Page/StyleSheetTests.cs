using System.Diagnostics;
using System.Text.RegularExpressions;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>The page's files arrive whole, from wherever the program is started. These tests need no browser.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly TimeSpan PublishDeadline = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Style_sheets_and_icon_arrive_with_their_bytes()
    {
        using var folder = new TemporaryFolder();
        using var server = await Server.StartAsync(folder["index"], PolicySearchProgram.Seeds);
        await AssertFilesArriveAsync(server.Client);
    }

    [Fact]
    public async Task The_published_program_has_its_style_sheets_when_started_in_another_folder()
    {
        using var folder = new TemporaryFolder();
        await PublishAsync(folder["program"]);
        var program = Path.Combine(folder["program"], "policysearch");
        using var elsewhere = await Server.StartAsync(program, "/", folder["index"], PolicySearchProgram.Seeds);
        await AssertFilesArriveAsync(elsewhere.Client);
    }

    /// <summary>Every file that the page links to, in the bytes that the project has.</summary>
    private static async Task AssertFilesArriveAsync(HttpClient client)
    {
        var html = await client.GetStringAsync("/");
        html += await client.GetStringAsync("/documents");
        var links = Link().Matches(html).Select(match => match.Groups["address"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(7, links.Count);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link);
            answer.EnsureSuccessStatusCode();
            Assert.Equal(link.Contains(".css", StringComparison.Ordinal) ? "text/css" : "image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
            Assert.True(answer.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(30));
            var file = Path.Combine(SharedData.Repository, "src", "PolicySearch.Host", "wwwroot", link.TrimStart('/').Split('?')[0]);
            Assert.Equal(await File.ReadAllBytesAsync(file), await answer.Content.ReadAsByteArrayAsync());
        }
    }

    private static async Task PublishAsync(string target)
    {
        var configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet", ["publish", "src/PolicySearch.Host", "-c", configuration, "--no-build", "-o", target, "-v", "quiet"])
        {
            WorkingDirectory = SharedData.Repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(PublishDeadline);
        await publish.WaitForExitAsync(deadline.Token);
        Assert.True(publish.ExitCode == 0, await output);
    }

    [GeneratedRegex("<link [^>]*href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
