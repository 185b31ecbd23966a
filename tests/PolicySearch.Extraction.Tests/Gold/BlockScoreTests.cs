using PolicySearch.Testing.Gold;

namespace PolicySearch.Extraction.Tests.Gold;

/// <summary>Blocks and passage starts against those of the gold documents; the floors stand a little under what is reached (<c>docs/quality.md</c>).</summary>
public sealed class BlockScoreTests
{
    [Fact]
    public void Blocks_of_the_seeds_are_what_a_reader_sees() => AssertReaches(GoldSet.Seeds, micro: 0.99, kind: 0.98, starts: 0.98);

    [Fact]
    public void Blocks_of_the_opened_documents_are_what_a_reader_sees() => AssertReaches(GoldSet.Opened, micro: 0.98, kind: 0.85, starts: 0.95);

    [Fact]
    public void Blocks_of_the_development_documents_are_what_a_reader_sees() => AssertReaches(GoldSet.Development, micro: 0.975, kind: 0.90, starts: 0.95);

    private static void AssertReaches(GoldSet set, double micro, double kind, double starts)
    {
        var score = BlockScore.Of(set, DocumentReader.CreateDefault());
        var isReached = score.Table.Micro.F1 >= micro && score.Starts.F1 >= starts && score.Table.Rows.All(row => row.F1 >= kind);

        Assert.NotEmpty(score.Table.Rows);
        Assert.True(isReached, $"micro {micro}, each kind {kind}, starts {starts} are asked for:\n{score.Table}{new ScoreTable([score.Starts])}" + string.Join('\n', score.Errors));
    }
}
