using System.Net;
using System.Text.RegularExpressions;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.EndToEnd.Tests.Questions;
using PolicySearch.Service.Search;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Readme;

/// <summary>What the README shows works as it stands there.</summary>
public sealed partial class ReadmeTests(SeedsServerFixture seeds) : IClassFixture<SeedsServerFixture>
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SharedData.Repository, "README.md"));

    [Fact]
    public async Task Every_address_is_answered_with_something_found()
    {
        var calls = Curl().Matches(Text);
        Assert.True(calls.Count >= 5, "the README has lost its curl lines");
        foreach (Match call in calls)
        {
            var data = Data().Matches(call.Value).Select(d => d.Groups["name"].Value + "=" + Uri.EscapeDataString(d.Groups["value"].Value));
            var address = "/" + call.Groups["path"].Value + (call.Groups["path"].Value.Contains('?', StringComparison.Ordinal) ? "" : "?" + string.Join('&', data));
            using var answer = await seeds.Server.Client.GetAsync(address.TrimEnd('?'));
            var body = await answer.Content.ReadAsStringAsync();

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{call.Value}: {(int)answer.StatusCode} {body}");
            Assert.DoesNotContain("\"total\":0", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_search_on_the_command_line_finds_something()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, PolicySearchProgram.Run("ingest", PolicySearchProgram.Seeds, "--index", folder["index"]).ExitCode);
        var searches = Search().Matches(Text);
        Assert.True(searches.Count >= 4, "the README has lost its searches");
        foreach (Match search in searches)
        {
            var arguments = Argument().Matches(search.Groups["arguments"].Value.Split('#')[0]).Select(a => a.Value.Trim('\''));
            var result = PolicySearchProgram.Run(["search", .. arguments, "--index", folder["index"]]);

            Assert.True(result.ExitCode == 0, $"{search.Value}: {result.Error}");
            Assert.DoesNotContain("no passage", result.Output, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_way_to_names_of_one_s_own_is_this_one()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(PolicySearchProgram.Seeds, "002_eb708575c07e7642.txt"), folder["report.html"]);
        Assert.Equal(0, PolicySearchProgram.RunIn(folder.Path, "ingest", folder.CopySeeds()).ExitCode);
        var steps = Step().Matches(Text);
        Assert.True(steps.Count >= 7, "the README has lost its steps");
        foreach (Match step in steps)
        {
            var parts = step.Groups["arguments"].Value.Split('#')[0].Split('>');
            var result = PolicySearchProgram.RunIn(folder.Path, [.. Argument().Matches(parts[0]).Select(a => a.Value.Trim('\''))]);
            if (parts.Length > 1)
            {
                folder.Write(parts[1].Trim(), result.Output);
            }

            Assert.True(result.ExitCode == 0, $"{step.Value}: {result.Error}");
            Assert.NotEmpty(result.Output);
        }

        var again = PolicySearchProgram.RunIn(folder.Path, "ingest");
        Assert.Contains("nothing written", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_in_CSharp_is_this_one()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, PolicySearchProgram.Run("ingest", PolicySearchProgram.Seeds, "--index", folder["index"]).ExitCode);
        var index = folder["index"];
        var lines = new List<string>();

        // Sample
        using var search = PassageSearch.Open(index);
        var answer = search.Search(new SearchRequest
        {
            Query = "knowledge cluster",
            Filters = new Dictionary<string, IReadOnlyList<string>> { ["ministry"] = ["MEXT"], ["year"] = ["2001..2005"] },
            Facets = ["year", "ministry"],
        });
        foreach (var hit in answer.Hits)
        {
            // The blocks are what to show; between the cells of a table there may be markup.
            var shown = hit.Blocks.Select(block => hit.Text[(block.Start - hit.Start)..(block.End - hit.Start)]);
            lines.Add($"{hit.Document.Title}: {string.Join(' ', shown)}");
        }
        //// End of sample

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("<p>", StringComparison.Ordinal));
        var source = File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "PolicySearch.EndToEnd.Tests", "Readme", "ReadmeTests.cs"));
        var sample = source.Split("// Sample\n")[1].Split("        //// End")[0].Replace("\n        ", "\n", StringComparison.Ordinal).TrimStart();
        var shownThere = sample.Replace("Open(index)", "Open(\"index\")", StringComparison.Ordinal).Replace("lines.Add(", "Console.WriteLine(", StringComparison.Ordinal);
        Assert.Contains(shownThere.Trim(), Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^curl (-G )?'localhost:5080/(?<path>[^']*)'.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Curl();

    [GeneratedRegex("--data-urlencode '(?<name>[a-z]+)=(?<value>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Data();

    [GeneratedRegex("^policysearch search (?<arguments>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Search();

    [GeneratedRegex("^policysearch (?<arguments>(tags|extract|authority validate|ingest --authority) .*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Argument();
}
