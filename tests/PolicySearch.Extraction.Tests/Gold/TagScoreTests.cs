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
        AssertReaches(GoldSet.Development, micro: 0.71, macro: 0.68, type: 0.50);

    [Fact(Skip = "held out: scored once, when the rules are done")]
    public void Tags_of_the_held_out_documents_reach_the_figure_that_is_asked_for() =>
        AssertReaches(GoldSet.HeldOut, micro: 0.85, macro: 0, type: 0);

    private static void AssertReaches(GoldSet set, double micro, double macro, double type)
    {
        var score = MentionScore.Of(set, DocumentReader.CreateDefault());
        var table = score.Table;
        var isReached = table.Micro.F1 >= micro && table.MacroF1 >= macro && table.Rows.All(row => row.F1 >= type);

        Assert.NotEmpty(table.Rows);
        Assert.True(isReached, $"micro {micro}, macro {macro}, each type {type} are asked for:\n{table}" + Errors(set, score));
    }

    // What is held out stays unread.
    private static string Errors(GoldSet set, MentionScore score) => set == GoldSet.HeldOut
        ? ""
        : $"misses:\n{string.Join('\n', score.Misses.Select(set.Show))}\nfalse alarms:\n{string.Join('\n', score.FalseAlarms.Select(set.Show))}";
}
