using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Odd texts are tagged in linear time, and whatever is found stands where it says.</summary>
public sealed class HostileTextTests
{
    private const int Megabyte = 1 << 20;
    private static readonly Tagger Tagger = new();

    public static TheoryData<string> Pieces => new(
        "(", "((A)", "A", "A ", "Ab ", "Ministry ", "Ministry of ", "of ", "and ", "Act on ", "Japan and ", "2001", "2001 ", "2001-", "2001, ", "9", "9 ",
        "「", "「計画", "以下「", "省", "日本", "ア・", "平成", "第1期", "/", "http://", ".", "\n", "\ud800", "Dr. ", "John ", "Lee, K. ", "(AB) ", "(A(", "a b c (ABC) ", ", or ABC for short", "90s and ", "1990s", "1999/00 ", "平成29・", "平成元年から", "26年度", "H30", "二〇", "FY", "1-", "03 ", "2001 to ", "44(9), 1827–", "by 2030 ", "nineties ", "Growth, ", "a-", "'s ", "\u05d0\u202e", "\uAC00 ", "산업통상자원부", "西村前会長", "a-b省");

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_megabyte_of_one_thing_is_tagged(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, Megabyte / piece.Length).ToString();
        AssertSound(PlainDocuments.OfOneBlock(text));
    }

    [Fact]
    public void Random_mutations_of_the_seeds_keep_spans_inside_blocks_and_unnested()
    {
        const int Seed = 20221122;
        var random = new Random(Seed);
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            var original = File.ReadAllText(path);
            for (var round = 0; round < LongRun.Rounds(12, 300); round++)
            {
                var text = Mutate(original, random);
                AssertSound(round % 2 == 0 ? PlainDocuments.OfLines(text) : PlainDocuments.OfOneBlock(text));
            }
        }
    }

    [Fact]
    public void Tagging_twice_gives_the_same_mentions()
    {
        var text = string.Concat(Directory.GetFiles(Path.Combine(SharedData.Repository, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var document = PlainDocuments.OfLines(text);
        Assert.Equal(Tagger.Tag(document), new Tagger().Tag(document));
    }

    private static void AssertSound(Document document)
    {
        var mentions = Tagger.Tag(document);
        var block = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            while (document.Blocks[block].Span.End < mention.Span.End)
            {
                block++;
            }

            Assert.True(document.Blocks[block].Span.Contains(mention.Span), $"{mention} crosses its block");
            Assert.True(mention.Span.Length > 0);
            Assert.False(string.IsNullOrWhiteSpace(mention.Id));
            if (i > 0 && mentions[i - 1].Span.Overlaps(mention.Span))
            {
                Assert.True(
                    mentions[i - 1].Type == MentionType.Programme && mention.Type == MentionType.Year && mention.Span.End == mentions[i - 1].Span.End,
                    $"{mentions[i - 1]} and {mention} overlap");
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        var result = new StringBuilder(text);
        const string Noise = "()「」、。,.'’-–/ \n0129AZaz省法第\ud800&“”";
        for (var i = 0; i < 400; i++)
        {
            var at = random.Next(result.Length);
            switch (random.Next(3))
            {
                case 0:
                    result[at] = Noise[random.Next(Noise.Length)];
                    break;
                case 1:
                    result.Remove(at, Math.Min(random.Next(1, 8), result.Length - at));
                    break;
                default:
                    result.Insert(at, Noise[random.Next(Noise.Length)]);
                    break;
            }
        }

        return result.ToString();
    }
}
