using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

/// <summary>Every operation that changes the disk is made to fail, one after the other; each time the last reported commit, or the one just being made, is found whole.</summary>
public sealed class FaultTests
{
    private static readonly IndexWriterOptions Options = new()
    {
        BackgroundMerges = false,
        LockTimeout = TimeSpan.Zero,
        MergePolicy = new AdjacentMergePolicy { MergeFactor = 2, FloorBytes = 1 },
    };

    [Theory]
    [InlineData(FaultKind.FailOnce)]
    [InlineData(FaultKind.PowerLoss)]
    public void Whatever_fails_the_last_commit_stays_and_a_new_writer_goes_on(FaultKind kind)
    {
        var undisturbed = new FaultInjectingDirectory(0, kind);
        new Scenario(undisturbed).Run();
        Assert.True(undisturbed.Operations > 100);
        for (var failAt = 1; failAt <= undisturbed.Operations; failAt++)
        {
            var directory = new FaultInjectingDirectory(failAt, kind);
            var scenario = new Scenario(directory);
            var error = Record.Exception(scenario.Run);
            Assert.True(directory.HasFailed, $"operation {failAt}");
            Assert.True(error is null or IOException, $"operation {failAt}: {error}");
            for (var seed = 0; seed < (kind == FaultKind.PowerLoss ? 4 : 1); seed++)
            {
                var found = kind == FaultKind.PowerLoss ? directory.AfterPowerLoss(seed) : directory.Now();
                AssertGoesOn(found, scenario, $"operation {failAt}, seed {seed}");
            }
        }
    }

    [Fact]
    public void A_writer_that_failed_says_so_and_takes_nothing_more()
    {
        var directory = new FaultInjectingDirectory(3, FaultKind.FailOnce);
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, Options);
        writer.Replace(new IndexModel(0).NextBlock("a"));
        Assert.Throws<IOException>(() => writer.Commit());
        var error = Assert.Throws<InvalidOperationException>(() => writer.Commit());
        Assert.Contains("injected fault", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => writer.Delete("a"));
    }

    private static void AssertGoesOn(MemoryDirectory directory, Scenario scenario, string where)
    {
        // A commit that failed at its very end may be there or not; one that was reported must be.
        if (scenario.Reported == 0 && CommitFinder.Generations(directory).Count == 0)
        {
            Assert.Throws<IndexNotFoundException>(() => IndexReader.Open(directory));
        }
        else
        {
            try
            {
                using var reader = IndexReader.Open(directory);
                Assert.InRange(reader.Generation, scenario.Reported, scenario.Reported + 1);
                var model = new IndexModel(0);
                model.Restore(scenario.States[(int)reader.Generation]);
                IndexComparer.AssertSame(model, reader);
            }
            catch (CorruptIndexException) when (scenario.Reported == 0)
            {
                // The very first manifest did not arrive whole, and there is no older one.
            }
            catch (Exception e)
            {
                Assert.Fail($"{where}, after commit {scenario.Reported}: {e}");
            }
        }

        AssertNewWriterWorks(directory, scenario, where);
    }

    private static void AssertNewWriterWorks(MemoryDirectory directory, Scenario scenario, string where)
    {
        var create = scenario.Reported == 0;
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, Options with { Create = create });
        writer.Replace(new RecordBlock("new", [new IndexDocument().Add("body", "new")]));
        writer.ForceMerge();
        writer.Commit();
        Assert.True(IndexCheck.Run(directory) is [], where);
        using var reader = IndexReader.Open(directory);
        Assert.NotNull(reader.FindRecord("new"));
    }

    /// <summary>Commits, replacements, deletions and merges.</summary>
    private sealed class Scenario(IndexDirectory directory)
    {
        private readonly IndexModel _model = new(3);

        /// <summary>The generation that was last reported as committed.</summary>
        public long Reported { get; private set; }

        /// <summary>The model at each generation, the one being made too.</summary>
        public List<(Dictionary<string, RecordBlock> Blocks, List<string> Order)> States { get; } = [default];

        public void Run()
        {
            using var writer = IndexWriter.Open(directory, IndexModel.Schema, Options);
            for (var round = 0; round < 3; round++)
            {
                foreach (var key in (string[])["a", "b", $"c{round}"])
                {
                    _model.Replace(writer, Small(_model.NextBlock(key)));
                }

                if (round > 0)
                {
                    _model.Delete(writer, "c0");
                }

                Commit(writer);
            }

            writer.WaitForMerges();
            _model.Delete(writer, "b");
            Commit(writer);
        }

        private void Commit(IndexWriter writer)
        {
            States.Add(_model.Save());
            Reported = writer.Commit();
        }

        private static RecordBlock Small(RecordBlock block) => block with { Text = block.Text[..Math.Min(100, block.Text.Length)], Documents = [.. block.Documents.Take(2)] };
    }
}
