using PolicySearch.Testing.Gold;

namespace PolicySearch.Extraction.Tests.Gold;

/// <summary>Extraction and tagging together against the gold documents' mentions.</summary>
public sealed class TagScoreTests
{
    [Fact]
    public void Tags_of_the_seeds_reach_the_figures_that_are_asked_for() =>
        AssertReaches(GoldSet.Seeds, micro: 0.95, macro: 0.95, type: 0.90);

    [Fact]
    public void Tags_of_the_development_documents_reach_what_they_did() =>
        AssertReaches(GoldSet.Development, micro: 0.95, macro: 0.94, type: 0.90);

    [Fact]
    public void Tags_of_the_opened_documents_reach_what_they_did() =>
        AssertReaches(GoldSet.Opened, micro: 0.93, macro: 0.92, type: 0.80);

    private static void AssertReaches(GoldSet set, double micro, double macro, double type)
    {
        var score = MentionScore.Of(set, DocumentReader.CreateDefault());
        var table = score.Table;
        var isReached = table.Micro.F1 >= micro && table.MacroF1 >= macro && table.Rows.All(row => row.F1 >= type);

        Assert.NotEmpty(table.Rows);
        Assert.True(isReached, $"micro {micro}, macro {macro}, each type {type} are asked for:\n{table}" + Errors(set, score));
    }

    private static string Errors(GoldSet set, MentionScore score) =>
        $"misses:\n{string.Join('\n', score.Misses.Select(set.Show))}\nfalse alarms:\n{string.Join('\n', score.FalseAlarms.Select(set.Show))}";
}
