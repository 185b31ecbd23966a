using PolicySearch.Host.Web.Typography;

namespace PolicySearch.Host.Tests.Web;

public sealed class TextPiecesTests
{
    [Fact]
    public void Marks_and_Japanese_are_pieces_of_their_own()
    {
        var pieces = TextPieces.Cut("The (地域中核) plan", 0, 15, [[5, 7], [11, 15]], "en");
        Assert.Equal(
            [new TextPiece("The (", false, null), new("地域", true, "ja"), new("中核", false, "ja"), new(") ", false, null), new("plan", true, null)],
            pieces);
    }

    [Fact]
    public void Han_in_a_Chinese_text_is_not_called_Japanese() =>
        Assert.Equal([new TextPiece("工业政策 2001", false, null)], TextPieces.Of("工业政策 2001", "zh-Hans"));

    [Fact]
    public void Pieces_join_to_the_part_that_was_cut_and_marks_are_where_they_were()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => random.Next(3) switch { 0 => "a", 1 => "政", _ => "\U00020000" }));
            var start = random.Next(0, text.Length + 1);
            var end = random.Next(start, text.Length + 1);
            var ends = Enumerable.Range(0, 6).Select(_ => random.Next(0, text.Length + 1)).Order().ToArray();
            IReadOnlyList<IReadOnlyList<int>> marks = [[ends[0], ends[1]], [ends[2], ends[3]], [ends[4], ends[5]]];
            var pieces = TextPieces.Cut(text, start, end, marks, language: null);

            Assert.True(text[start..end] == string.Concat(pieces.Select(piece => piece.Text)), $"seed {seed}");
            var marked = pieces.SelectMany(piece => Enumerable.Repeat(piece.Marked, piece.Text.Length)).ToList();
            var expected = Enumerable.Range(start, end - start).Select(i => marks.Any(mark => mark[0] <= i && i < mark[1])).ToList();
            Assert.True(expected.SequenceEqual(marked), $"seed {seed}");
        }
    }
}
