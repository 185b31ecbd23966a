using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Runs that are stopped from outside, and what they say of themselves.</summary>
public sealed class RunControlTests : IDisposable
{
    private const int Documents = 40;
    private readonly ManualTime _time = new();
    private readonly Workspace _work;
    private int _read;

    public RunControlTests()
    {
        _work = new Workspace { Time = _time, Options = new IngestionOptions { Threads = 1, BytesAhead = 1 } };
        for (var i = 0; i < Documents; i++)
        {
            _work.Write($"{i:00}.txt", $"document {i}");
        }
    }

    [Fact]
    public void A_cancelled_run_keeps_what_it_had_read_and_the_next_one_goes_on()
    {
        At(10, () => _work.Worker().Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => Run());
        var kept = _work.Find().Count;
        Assert.InRange(kept, 8, 10);
        var status = _work.Worker().Status();
        Assert.Equal((IngestionState.Idle, false), (status.State, status.Paused));
        Assert.Contains("stopped", status.Trouble, StringComparison.Ordinal);

        Assert.Equal(Documents - kept, Run().Added);
        Assert.Null(_work.Worker().Status().Trouble);
    }

    [Fact]
    public void A_caller_s_token_stops_a_run_in_the_same_way()
    {
        using var stop = new CancellationTokenSource();
        At(10, stop.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(() => _work.Worker().Run(new IngestionRequest { Paths = [_work.Docs] }, stop.Token));
        Assert.InRange(_work.Find().Count, 8, 10);
    }

    [Fact]
    public void A_stopped_rebuild_leaves_the_old_index()
    {
        Run();
        var before = _work.Find();
        _work.Write("00.txt", "changed");
        At(10, () => _work.Worker().Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => _work.Worker().Run(new IngestionRequest { Rebuild = true }));
        Assert.Equal(before, _work.Find());
    }

    [Fact]
    public void While_it_is_paused_no_run_begins_and_the_lock_is_free()
    {
        At(10, () => _work.Worker().Pause());
        Assert.ThrowsAny<OperationCanceledException>(() => Run());

        Assert.Equal((IngestionState.Paused, true), (_work.Worker().Status().State, _work.Worker().Status().Paused));
        Assert.Contains("paused", Assert.Throws<IngestionException>(() => Run()).Message, StringComparison.Ordinal);
        using (Engine.Indexing.IndexWriter.Open(_work.Index, PassageSchema.Schema, new() { LockTimeout = TimeSpan.Zero }))
        {
            _work.Worker().Resume();
        }

        Run();
        Assert.Equal(Documents, _work.Find().Count);
    }

    [Fact]
    public void The_status_tells_phase_counts_rate_and_time_left()
    {
        var seen = new List<IngestionStatus>();
        _work.OnRead = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            seen.Add(_work.Worker().Status());
        };
        _work.Write("13.txt", "broken");
        Run();
        var end = _work.Worker().Status();

        Assert.All(seen, status => Assert.Equal((IngestionState.Running, IngestionPhase.Reading, Documents), (status.State, status.Phase, status.ToRead)));
        Assert.Equal(seen.Select(status => status.Read).Order(), seen.Select(status => status.Read));
        var late = seen[30];
        Assert.InRange(late.Rate!.Value, 1.5, 2.5);
        Assert.Equal((Documents - late.Read) / late.Rate.Value, late.EtaSeconds!.Value, 0.1);
        Assert.Equal(1, late.Failed);
        Assert.Equal((IngestionState.Idle, null, Documents, Documents - 1, 1), (end.State, end.Phase, end.Read, end.Added, end.Failed));
        Assert.Equal(TimeSpan.FromSeconds(0.5 * Documents), end.Ended - end.Started);
        Assert.Null(end.Rate);
    }

    public void Dispose() => _work.Dispose();

    private IngestionReport Run() => _work.Worker().Run(new IngestionRequest { Paths = [_work.Docs] });

    private void At(int document, Action act) => _work.OnRead = _ =>
    {
        if (++_read == document)
        {
            act();
        }
    };
}
