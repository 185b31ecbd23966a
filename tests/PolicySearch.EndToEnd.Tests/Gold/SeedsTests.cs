using System.Diagnostics;
using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Gold;

/// <summary>The verb <c>extract</c> on the seeds: its figures against the gold tags, and what every passage keeps to.</summary>
public sealed class SeedsTests
{
    private const int MostWords = 300;
    private static readonly Lazy<string> Extracted = new(() => Extract("jsonl"));

    [SharedDataFact("gold")]
    public void The_scorer_finds_every_span_exact_and_micro_F1_at_least_080()
    {
        using var folder = new TemporaryFolder();
        var predictions = folder["seeds.jsonl"];
        File.WriteAllText(predictions, Extracted.Value);
        string[] arguments =
        [
            Path.Combine(SharedData.Find("gold"), "score.py"), SharedData.Find("gold"), predictions,
            "--source", PolicySearchProgram.Seeds, "--min", "0.80", "--errors", "30",
        ];

        using var scorer = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = scorer.StandardOutput.ReadToEnd();
        var error = scorer.StandardError.ReadToEnd();
        scorer.WaitForExit();

        Assert.True(scorer.ExitCode == 0, output + error);
    }

    [Fact]
    public void Every_passage_stands_at_its_span_and_is_not_too_long()
    {
        foreach (var passage in Lines(Extracted.Value))
        {
            var source = Source(passage);
            var text = passage.GetProperty("text").GetString()!;
            Assert.Equal(source[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()], text);
            Assert.True(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords, text);
            foreach (var tag in passage.GetProperty("tags").EnumerateArray())
            {
                Assert.Equal(source[tag.GetProperty("start").GetInt32()..tag.GetProperty("end").GetInt32()], tag.GetProperty("text").GetString());
            }
        }
    }

    [Fact]
    public void Every_block_but_boilerplate_and_contents_is_in_exactly_one_passage()
    {
        var passages = Lines(Extracted.Value).ToLookup(passage => passage.GetProperty("doc").GetString()!);
        foreach (var document in Lines(Extract("document")))
        {
            var text = document.GetProperty("text").GetString()!;
            var covered = new int[text.Length];
            foreach (var block in passages[document.GetProperty("doc").GetString()!].SelectMany(passage => passage.GetProperty("blocks").EnumerateArray()))
            {
                for (var i = block.GetProperty("start").GetInt32(); i < block.GetProperty("end").GetInt32(); i++)
                {
                    covered[i]++;
                }
            }

            foreach (var block in document.GetProperty("blocks").EnumerateArray())
            {
                var expected = block.GetProperty("kind").GetString() is "boilerplate" or "contents" ? 0 : 1;
                for (var i = block.GetProperty("start").GetInt32(); i < block.GetProperty("end").GetInt32(); i++)
                {
                    Assert.True(
                        covered[i] == expected || char.IsWhiteSpace(text[i]),
                        $"{document.GetProperty("doc")} at {i} is in {covered[i]} passages: {text[Math.Max(0, i - 40)..Math.Min(text.Length, i + 40)]}");
                }
            }
        }
    }

    [Theory]
    [InlineData("skip to content")]
    [InlineData("Studying at Cambridge")]
    [InlineData("ADVANCED SEARCH")]
    [InlineData("Getty Images")]
    [InlineData("CONTACT FORM")]
    [InlineData("VIEW MORE")]
    [InlineData("COLLABORATION PLATFORM")]
    [InlineData("3. Policy Index")]
    public void No_menu_line_is_in_a_passage(string menu) =>
        Assert.DoesNotContain(Lines(Extracted.Value), passage => passage.GetProperty("blocks").EnumerateArray().Any(block =>
            Source(passage)[block.GetProperty("start").GetInt32()..block.GetProperty("end").GetInt32()].Contains(menu, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Hosted", 0)]
    [InlineData("Japanese policy since the turn of the century has evolved", 1)]
    [InlineData("the strategy targets the development of over US $1 trillion of new industries", 1)]
    [InlineData("Notable collaborators on projects include Sandia National Laboratories.", 1)]
    [InlineData("4. Participating in the Trans-Pacific Partnership", 1)]
    [InlineData("know-how of METI's regional Bureaus.", 1)]
    [InlineData("there are elements of Abe’s industrial cluster policy", 1)]
    [InlineData("[7] https://www.kantei.go.jp/jp/singi/keizaisaisei/pdf/en_saikou_jpn_hon.pdf.", 1)]
    [InlineData("A METI committee consisting of external experts", 1)]
    [InlineData("The Atlantic (2020). Resilience is more than recovery", 1)]
    [InlineData("* This dimension is scored solely if the country has a dedicated cluster policy", 1)]
    public void A_sentence_of_the_seeds_is_in_exactly_one_passage(string sentence, int times) =>
        Assert.Equal(times, Lines(Extracted.Value).Count(passage => passage.GetProperty("text").GetString()!.Contains(sentence, StringComparison.Ordinal)));

    [Fact]
    public void Titles_and_dates_are_those_that_the_text_gives()
    {
        var documents = Lines(Extract("document")).ToDictionary(document => document.GetProperty("doc").GetString()![..3]);

        Assert.Equal("Industrial Cluster Policy", documents["003"].GetProperty("title").GetString());
        Assert.Equal("Japan’s Industrial Cluster Policy Revisited", documents["002"].GetProperty("title").GetString());
        Assert.Equal("2022-06-27", documents["002"].GetProperty("published").GetString());
        Assert.All(documents.Values, document => Assert.Equal("en", document.GetProperty("language").GetString()));
    }

    private static string Extract(string format)
    {
        var result = PolicySearchProgram.Run(["extract", .. Directory.GetFiles(PolicySearchProgram.Seeds, "*.txt").Order(), "--format", format]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private static IEnumerable<JsonElement> Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string Source(JsonElement passage) =>
        File.ReadAllText(Path.Combine(PolicySearchProgram.Seeds, passage.GetProperty("doc").GetString()!));
}
