using PolicySearch.Engine;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Service.Tests.Ingestion.Faults;

/// <summary>A disk that fails or fills up at each of an ingest's writes in turn: the last commit always opens and is sound, and the next run ends where an undisturbed one does.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private const int Seed = 20260202;
    private readonly FaultScript _script = new();

    [Theory]
    [InlineData(FaultKind.FailOnce)]
    [InlineData(FaultKind.DiskFull)]
    [InlineData(FaultKind.PowerLoss)]
    public void A_run_that_breaks_off_at_a_write_leaves_an_index_that_the_next_run_completes(FaultKind kind)
    {
        var random = new Random(Seed);
        var before = new MemoryDirectory();
        for (var step = 0; step < FaultScript.Steps; step++)
        {
            _script.Prepare(step);
            var undisturbed = new FaultInjectingDirectory(0, kind);
            Copy(before, undisturbed);
            var prepared = undisturbed.Operations;
            _script.Run(step, undisturbed);
            var expected = IndexState.Of(undisturbed.Now());
            var writes = undisturbed.Operations - prepared;
            foreach (var at in Sample(random, writes))
            {
                Disturb(kind, step, before, prepared + at, expected, random.Next());
            }

            before = undisturbed.Now();
        }
    }

    [Fact]
    public void A_full_disk_is_said_to_be_full_and_what_was_committed_is_kept()
    {
        _script.Prepare(0);
        var undisturbed = new FaultInjectingDirectory(0, FaultKind.DiskFull);
        _script.Run(0, undisturbed);
        var disk = new FaultInjectingDirectory(undisturbed.Operations * 2 / 3, FaultKind.DiskFull);

        var fault = Assert.Throws<IndexNotWrittenException>(() => _script.Run(0, disk));

        Assert.Contains("No space left", fault.Message, StringComparison.Ordinal);
        Assert.Contains(disk.Description, fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(IndexState.Of(disk.Now()));

        disk.MakeRoom();
        var report = _script.Run(0, disk);
        Assert.InRange(report.Added, 1, 7);
        Assert.Equal(8, report.Added + report.Unchanged);
    }

    public void Dispose() => _script.Dispose();

    private void Disturb(FaultKind kind, int step, MemoryDirectory before, int failAt, List<string> expected, int seed)
    {
        var disk = new FaultInjectingDirectory(failAt, kind);
        Copy(before, disk);
        try
        {
            _script.Run(step, disk);
        }
        catch (IndexNotWrittenException)
        {
            // This is what breaks off.
        }

        var at = $"seed {Seed}, {kind} at write {failAt} of step {step}";
        var found = kind == FaultKind.PowerLoss ? disk.AfterPowerLoss(seed) : disk.Now();
        AssertSound(found, at);
        _script.Run(step, found);
        AssertSound(found, at);
        var state = IndexState.Of(found);
        Assert.True(expected.SequenceEqual(state), $"{at}: {string.Join('\n', expected.Except(state).Concat(state.Except(expected)))}");
    }

    private static void AssertSound(MemoryDirectory index, string at)
    {
        try
        {
            Assert.True(IndexCheck.Run(index).ToList() is [], at);
        }
        catch (IndexNotFoundException)
        {
            // Nothing had been committed yet.
        }
    }

    /// <summary>A few of the writes; in the long run each of them.</summary>
    private static IEnumerable<int> Sample(Random random, int writes)
    {
        var all = Enumerable.Range(1, writes).ToArray();
        random.Shuffle(all);
        return all.Take(LongRun.Rounds(6, writes));
    }

    private static void Copy(MemoryDirectory from, FaultInjectingDirectory to)
    {
        foreach (var name in from.ListFiles())
        {
            using (var file = to.Create(name))
            {
                file.Write(from.Read(name));
            }

            to.Sync(name);
        }

        to.SyncFolder();
    }
}
