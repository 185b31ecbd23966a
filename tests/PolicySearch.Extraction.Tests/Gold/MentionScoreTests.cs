using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service;
using PolicySearch.Testing;
using PolicySearch.Testing.Gold;

namespace PolicySearch.Extraction.Tests.Gold;

/// <summary>The scorer measures as the shared one does.</summary>
public sealed class MentionScoreTests
{
    private static readonly GoldNames Names = GoldSet.Seeds.Names();

    [SharedDataFact("gold")]
    public void The_table_of_random_findings_is_the_one_that_the_shared_scorer_prints()
    {
        for (var seed = 0; seed < LongRun.Rounds(3, 30); seed++)
        {
            var gold = GoldSet.Seeds.Mentions(Names);
            var predicted = Distort(gold, new Random(seed));

            var table = new MentionScore(gold, predicted).Table;

            Assert.True(table.ToString() == SharedScorer(predicted), $"seed {seed}: {table}{SharedScorer(predicted)}");
        }
    }

    [Fact]
    public void A_mention_that_overlaps_by_half_is_right_once()
    {
        GoldMention[] gold = [Mention("METI", 10, 20)];
        GoldMention[] predicted = [Mention("経済産業省", 15, 20), Mention("METI", 10, 20), Mention("METI", 16, 20)];

        var score = new MentionScore(gold, predicted);

        Assert.Equal(new ScoreRow("ministry", 1, 1, 1), Assert.Single(score.Table.Rows));
    }

    [Fact]
    public void What_touches_a_menu_counts_neither_way()
    {
        GoldMention[] gold = [Mention("METI", 10, 20) with { IsMenu = true }, Mention("METI", 30, 34)];
        GoldMention[] predicted = [Mention("MITI", 19, 23), Mention("METI", 30, 34)];

        var score = new MentionScore(gold, predicted);

        Assert.Equal(new ScoreRow("ministry", 1, 1, 0), Assert.Single(score.Table.Rows));
    }

    private static GoldMention Mention(string id, int start, int end) => new("a", MentionType.Ministry, Names.Key(id), new TextSpan(start, end)) { Id = id };

    // Some dropped, some moved, some under another id or type, some doubled.
    private static List<GoldMention> Distort(IReadOnlyList<GoldMention> gold, Random random)
    {
        var predicted = new List<GoldMention>();
        foreach (var mention in gold.Where(mention => mention.Span.Start >= 20).Select(mention => mention with { IsMenu = false }))
        {
            for (var copies = random.Next(3); copies > 0; copies--)
            {
                var other = gold[random.Next(gold.Count)];
                var moved = mention.Span.Start + random.Next(-mention.Span.Length, mention.Span.Length + 1);
                predicted.Add(random.Next(5) switch
                {
                    0 => mention with { Span = new TextSpan(moved, moved + mention.Span.Length) },
                    1 => mention with { Span = new TextSpan(mention.Span.Start, mention.Span.End + random.Next(10)) },
                    2 => mention with { Type = other.Type, Key = other.Key, Id = other.Id },
                    _ => mention,
                });
            }
        }

        return predicted;
    }

    // The scorer asks for passages; one of a document's length has them all.
    private static string SharedScorer(IReadOnlyList<GoldMention> predicted)
    {
        using var folder = new TemporaryFolder();
        var file = folder["predicted.jsonl"];
        File.WriteAllLines(file, predicted.GroupBy(mention => mention.Doc).Select(mentions => JsonSerializer.Serialize(new
        {
            doc = mentions.Key,
            start = 0,
            end = 1_000_000,
            text = "",
            tags = mentions.Select(Row),
        })));
        var gold = SharedData.Find("gold");
        using var scorer = Process.Start(new ProcessStartInfo("python3", [Path.Combine(gold, "score.py"), gold, file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = scorer.StandardOutput.ReadToEnd();
        scorer.WaitForExit();
        return output.TrimEnd() + "\n";
    }

    private static object Row(GoldMention mention)
    {
        var years = mention.Type == MentionType.Year ? mention.Key.Split('-') : ["0", "0"];
        return new
        {
            type = Spelling.Of(mention.Type),
            id = mention.Id,
            text = "",
            start = mention.Span.Start,
            end = mention.Span.End,
            from = int.Parse(years[0], CultureInfo.InvariantCulture),
            to = int.Parse(years[1], CultureInfo.InvariantCulture),
        };
    }
}
