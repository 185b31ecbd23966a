using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class RetryTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ManualTime _time = new();
    private readonly Workspace _work;

    public RetryTests()
    {
        _work = new Workspace { Time = _time };
        Write("a.txt", "broken");
        Write("b.txt", "sound");
    }

    [Fact]
    public void What_failed_is_tried_again_after_growing_pauses_and_then_set_aside()
    {
        Run();
        var tries = new List<double>();
        var begin = _time.GetUtcNow();
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            _time.Advance(Minute);
            var report = Run();
            Assert.Equal([new IngestionFailure("docs/a.txt", "it is broken")], report.Failed);
            tries.AddRange(_work.WasRead.Select(_ => (_time.GetUtcNow() - begin).TotalMinutes));
        }

        Assert.Equal([1, 11, 71], tries);
        var failure = Assert.Single(_work.Worker().Failures());
        Assert.Equal(("docs/a.txt", "it is broken", 4, true, null), (failure.Source, failure.Reason, failure.Attempts, failure.SetAside, failure.RetryAt));
    }

    [Fact]
    public void The_next_try_is_known_also_to_a_process_that_begins_later()
    {
        Run();

        var failure = Assert.Single(_work.Process().Failures());
        Assert.Equal((1, false, _time.GetUtcNow() + Minute), (failure.Attempts, failure.SetAside, failure.RetryAt));
    }

    [Fact]
    public void A_changed_file_is_tried_again_at_once_and_counts_from_the_start()
    {
        SetAside();
        Write("a.txt", "broken otherwise");
        Run();
        Assert.Equal(1, Assert.Single(_work.Worker().Failures()).Attempts);

        Write("a.txt", "mended");
        Assert.Equal((1, 0, 0, 1, 0), Counts(Run()));
        Assert.Empty(_work.Worker().Failures());
    }

    [Fact]
    public void An_ingest_that_is_asked_for_tries_once_more_and_writes_nothing_where_it_fails_alike()
    {
        SetAside();
        var generation = _work.Generation();
        var report = Run(retry: true);

        Assert.Equal(["a.txt"], _work.WasRead);
        Assert.Single(report.Failed);
        Assert.Equal(generation, _work.Generation());
        Assert.True(Assert.Single(_work.Worker().Failures()).SetAside);
    }

    [Fact]
    public void What_cannot_even_be_opened_is_tried_by_every_run()
    {
        Write("empty.txt", "");
        Run();
        var generation = _work.Generation();
        _time.Advance(TimeSpan.FromSeconds(30));
        Run();

        Assert.Equal(generation, _work.Generation());
        Assert.Contains(_work.Worker().Failures(), failure => failure is { Source: "docs/empty.txt", Attempts: 0, SetAside: false, RetryAt: null });
    }

    public void Dispose() => _work.Dispose();

    private void SetAside()
    {
        Run();
        for (var hour = 0; hour < 5; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            Run();
        }

        Assert.True(Assert.Single(_work.Worker().Failures()).SetAside);
    }

    private IngestionReport Run(bool retry = false)
    {
        _work.WasRead.Clear();
        return _work.Worker().Run(new IngestionRequest { Paths = [_work.Docs], RetryFailed = retry });
    }

    private void Write(string name, string text) => File.SetLastWriteTimeUtc(_work.Write(name, text), (_time.GetUtcNow() - Minute).UtcDateTime);
}
