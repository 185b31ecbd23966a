using PolicySearch.Host.Workers;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Host.Tests.Workers;

public sealed class RunScheduleTests
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(0.3);
    private static readonly SourceRoot Root = new("docs", "/docs");
    private readonly ManualTime _time = new();
    private readonly RunSchedule _schedule;

    public RunScheduleTests() => _schedule = new RunSchedule(Settle, _time);

    [Fact]
    public void Everything_is_looked_at_again_after_a_sweep_however_much_happens_between()
    {
        Assert.Equal(SourceWatcher.Sweep, _schedule.PauseAfter(Ended(changed: null)));
        _time.Advance(TimeSpan.FromSeconds(20));
        var some = Ended(changed: ["/docs/a.txt"]);

        Assert.Equal(SourceWatcher.Sweep - TimeSpan.FromSeconds(20), _schedule.PauseAfter(some));
        Assert.Equal(["/docs/b.txt"], _schedule.Next(some, ["/docs/b.txt"]));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, _schedule.PauseAfter(some));
        Assert.Null(_schedule.Next(some, []));
    }

    [Fact]
    public void A_long_look_at_everything_is_not_taken_all_the_time() =>
        Assert.Equal(TimeSpan.FromSeconds(200), _schedule.PauseAfter(Ended(changed: null, seconds: 10)));

    [Fact]
    public void Files_that_are_still_growing_are_looked_at_again_in_a_moment_with_what_came_meanwhile()
    {
        var growing = Ended(changed: ["/docs/a.txt"], pending: 1);

        Assert.Equal(Settle, _schedule.PauseAfter(growing));
        Assert.Equal(["/docs/a.txt"], _schedule.Next(growing, []));
        Assert.Equal(["/docs/a.txt", "/docs/b.txt"], _schedule.Next(growing, ["/docs/b.txt"]));
        Assert.Null(_schedule.Next(Ended(changed: null, pending: 1), ["/docs/b.txt"]));
        Assert.Null(_schedule.Next(growing, null));
    }

    [Fact]
    public void Runs_that_break_off_are_tried_again_after_growing_pauses()
    {
        var broken = new RunOutcome(null, ["/docs/a.txt"]);
        var pauses = Enumerable.Range(0, 12).Select(_ => _schedule.PauseAfter(broken).TotalSeconds).ToList();

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300], pauses);
        Assert.Null(_schedule.Next(broken, ["/docs/b.txt"]));
        _schedule.PauseAfter(Ended(changed: null));
        Assert.Equal(2, _schedule.PauseAfter(broken).TotalSeconds);
    }

    [Fact]
    public void After_a_stop_only_a_change_begins_a_run_that_looks_at_everything()
    {
        var stopped = new RunOutcome(null, null) { WasStopped = true };

        Assert.Equal(Timeout.InfiniteTimeSpan, _schedule.PauseAfter(stopped));
        Assert.Null(_schedule.Next(stopped, ["/docs/a.txt"]));
    }

    [Fact]
    public void A_look_at_everything_gives_way_to_changes_three_times_and_follows_them_at_once()
    {
        var yielded = new RunOutcome(null, null) { Yielded = true };
        Assert.False(_schedule.MayYield(null));
        _schedule.PauseAfter(Ended(changed: null));
        for (var time = 0; time < 3; time++)
        {
            Assert.True(_schedule.MayYield(null));
            Assert.False(_schedule.MayYield(["/docs/a.txt"]));
            Assert.Equal(Settle, _schedule.PauseAfter(yielded));
            Assert.Equal(["/docs/a.txt"], _schedule.Next(yielded, ["/docs/a.txt"]));
            Assert.Equal(TimeSpan.Zero, _schedule.PauseAfter(Ended(changed: ["/docs/a.txt"])));
        }

        Assert.False(_schedule.MayYield(null));
        Assert.Equal(SourceWatcher.Sweep, _schedule.PauseAfter(Ended(changed: null)));
        Assert.True(_schedule.MayYield(null));
    }

    private static RunOutcome Ended(IReadOnlyCollection<string>? changed, int pending = 0, double seconds = 0.1) =>
        new(new IngestionReport { Roots = [Root], Pending = pending, Seconds = seconds }, changed);
}
