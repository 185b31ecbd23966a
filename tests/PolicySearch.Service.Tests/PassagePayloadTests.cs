using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tests;

public sealed class PassagePayloadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_passages_come_back_as_they_were_written(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var written = RandomPassage(random);
            var read = PassagePayload.Read(PassagePayload.Write(written));

            Assert.True(Same(written, read), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void Boxes_come_back_to_a_tenth_of_a_point()
    {
        PageBox[] boxes = [new(3, 56.7, 700.1, 538.2, 785.9), new(4, 0, 56, 538.2, 90.5)];
        var random = RandomPassage(new Random(6));
        var written = random with { Passage = random.Passage with { Blocks = [random.Passage.Blocks[0] with { Boxes = boxes }] } };

        Assert.Equal(boxes, PassagePayload.Read(PassagePayload.Write(written)).Passage.Blocks[0].Boxes);
    }

    [Fact]
    public void Every_shortened_payload_is_refused()
    {
        var payload = PassagePayload.Write(RandomPassage(new Random(4)));

        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => PassagePayload.Read(payload[..length]));
        }
    }

    [Fact]
    public void Another_version_is_refused()
    {
        var payload = PassagePayload.Write(RandomPassage(new Random(5)));
        payload[0]++;

        Assert.Contains("version", Assert.Throws<InvalidDataException>(() => PassagePayload.Read(payload)).Message, StringComparison.Ordinal);
    }

    private static TaggedPassage RandomPassage(Random random)
    {
        var start = random.Next(100_000);
        var blocks = new List<Block>();
        var at = start;
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var end = at + random.Next(1, 400);
            var kind = Any<BlockKind>(random);
            TextSpan? above = random.Next(2) == 0 ? null : new TextSpan(3, 3 + random.Next(9));
            blocks.Add(new Block(kind, new TextSpan(at, end))
            {
                Page = random.Next(2) == 0 ? null : random.Next(1, 900),
                LeadIn = kind == BlockKind.ListItem ? above : null,
                RowGroup = kind == BlockKind.ListItem ? null : above,
                RowHeading = random.Next(2) == 0 ? null : new TextSpan(0, random.Next(9)),
                ColumnHeading = random.Next(2) == 0 ? null : new TextSpan(7, 7 + random.Next(300)),
            });
            at = end + random.Next(4);
        }

        var span = new TextSpan(start, blocks[^1].Span.End);
        var mentions = Enumerable.Range(0, random.Next(8))
            .Select(_ => start + random.Next(span.Length))
            .Order()
            .Select(from => RandomMention(random, new TextSpan(from, from + random.Next(1, 30))));
        return new TaggedPassage(
            "id" + random.Next(),
            new Passage
            {
                Ordinal = random.Next(1000),
                Span = span,
                Kind = Any<PassageKind>(random),
                Heading = [.. Enumerable.Range(0, random.Next(4)).Select(i => "見出し " + i)],
                Blocks = blocks,
                Page = random.Next(2) == 0 ? null : random.Next(1, 900),
                Language = random.Next(2) == 0 ? null : "ja",
            },
            [.. mentions]);
    }

    private static Mention RandomMention(Random random, TextSpan span)
    {
        var first = random.Next(1600, 2100);
        return new Mention(Any<MentionType>(random), "経済産業省 " + random.Next(5), span)
        {
            Evidence = "rule:" + random.Next(5),
            Years = random.Next(2) == 0 ? null : new YearInterval(first, first + random.Next(40), Any<YearBasis>(random), Any<YearRole>(random)),
        };
    }

    private static T Any<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static bool Same(TaggedPassage a, TaggedPassage b) =>
        a.Id == b.Id && a.Mentions.SequenceEqual(b.Mentions) && a.Passage.Heading.SequenceEqual(b.Passage.Heading) &&
        a.Passage.Blocks.SequenceEqual(b.Passage.Blocks) &&
        a.Passage with { Heading = [], Blocks = [] } is var x && b.Passage with { Heading = [], Blocks = [] } is var y &&
        (x.Ordinal, x.Span, x.Kind, x.Page, x.Language) == (y.Ordinal, y.Span, y.Kind, y.Page, y.Language);
}
