using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Workers;

/// <summary>How a run of the worker ended.</summary>
/// <param name="Report">What it did; null where it broke off.</param>
/// <param name="Changed">The paths that it looked at; null for everything.</param>
internal sealed record RunOutcome(IngestionReport? Report, IReadOnlyCollection<string>? Changed)
{
    /// <summary>Whether somebody stopped it.</summary>
    public bool WasStopped { get; init; }
}

/// <summary>When the worker runs next, and what it looks at: what changed, soon; everything, now and then, for what no event told.</summary>
internal sealed class RunSchedule(TimeSpan settle, TimeProvider time)
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    /// <summary>A look at everything takes at most one part in so many of the time.</summary>
    private const int SweepShare = 20;

    private int _failures;
    private TimeSpan _sweep = SourceWatcher.Sweep;
    private long _lastSweep = time.GetTimestamp();

    /// <summary>How long to wait for a change before the next run.</summary>
    public TimeSpan PauseAfter(RunOutcome outcome)
    {
        _failures = outcome is { Report: null, WasStopped: false } ? _failures + 1 : 0;
        if (outcome is { Report: { } report, Changed: null })
        {
            _lastSweep = time.GetTimestamp();
            _sweep = TimeSpan.FromSeconds(Math.Max(SourceWatcher.Sweep.TotalSeconds, report.Seconds * SweepShare));
        }

        return outcome switch
        {
            { WasStopped: true } => Timeout.InfiniteTimeSpan,
            { Report: null } => Backoff(),
            { Report.Pending: > 0 } => settle,
            { Report.Roots.Count: 0 } => ShortPause,
            _ => UntilSweep(),
        };
    }

    /// <summary>What the next run looks at.</summary>
    /// <param name="last">The run before.</param>
    /// <param name="noted">The paths that changed since, none where the pause is over; null for anything.</param>
    /// <returns>Paths; null for everything.</returns>
    public IReadOnlyCollection<string>? Next(RunOutcome last, IReadOnlyCollection<string>? noted) => last switch
    {
        _ when noted is null => null,
        { Report: null } => null,
        { Report.Pending: > 0, Changed: { } before } => [.. before, .. noted],
        { Report.Pending: > 0 } => null,
        _ => noted.Count > 0 ? noted : null,
    };

    private TimeSpan Backoff()
    {
        var seconds = ShortPause.TotalSeconds * Math.Pow(2, Math.Min(_failures - 1, 10));
        return TimeSpan.FromSeconds(Math.Min(seconds, LongPause.TotalSeconds));
    }

    private TimeSpan UntilSweep()
    {
        var left = _sweep - time.GetElapsedTime(_lastSweep);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
