using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Segmentation;

public class GoldCoverageTests
{
    [SharedDataFact("gold")]
    public void Every_gold_mention_outside_menus_stands_in_one_block_of_one_passage()
    {
        var checkedMentions = 0;
        var missed = new List<string>();
        foreach (var file in Directory.GetFiles(SharedData.Find("gold"), "*.jsonl").Order())
        {
            var name = Path.GetFileNameWithoutExtension(file) + ".txt";
            var document = Seeds.Read(name);
            var blocks = Segmenter.Segment(document).SelectMany(passage => passage.Blocks).ToList();
            foreach (var mention in File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line)))
            {
                var span = new TextSpan(mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32());
                Assert.Equal(mention.GetProperty("text").GetString(), span.Of(document.Text).ToString());
                if (!mention.TryGetProperty("zone", out _))
                {
                    checkedMentions++;
                    if (blocks.Count(block => block.Span.Contains(span)) != 1)
                    {
                        missed.Add($"{name} {span} {mention.GetProperty("text").GetString()}");
                    }
                }
            }
        }

        Assert.Empty(missed);
        Assert.True(checkedMentions > 300);
    }
}
