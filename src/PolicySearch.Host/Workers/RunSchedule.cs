using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Workers;

/// <summary>How a run of the worker ended.</summary>
/// <param name="Report">What it did; null where it broke off.</param>
/// <param name="Changed">The paths that it looked at; null for everything.</param>
internal sealed record RunOutcome(IngestionReport? Report, IReadOnlyCollection<string>? Changed)
{
    /// <summary>Whether somebody stopped it.</summary>
    public bool WasStopped { get; init; }

    /// <summary>Whether it gave way to a change.</summary>
    public bool Yielded { get; init; }
}

/// <summary>When the worker runs next, and what it looks at: what changed, soon; everything, now and then, for what no event told.</summary>
internal sealed class RunSchedule(TimeSpan settle, TimeProvider time)
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(5);

    /// <summary>A look at everything takes at most one part in so many of the time.</summary>
    private const int SweepShare = 20;

    /// <summary>A look at everything gives way so often, and then no more: where something changes all the time, it must end too.</summary>
    private const int MostYields = 3;

    private int _failures;
    private int _yields;
    private bool _hasSwept;
    private TimeSpan _sweep = SourceWatcher.Sweep;
    private long _lastSweep = time.GetTimestamp();

    /// <summary>How long to wait for a change before the next run.</summary>
    public TimeSpan PauseAfter(RunOutcome outcome)
    {
        _failures = outcome is { Report: null, WasStopped: false, Yielded: false } ? _failures + 1 : 0;
        _yields += outcome.Yielded ? 1 : 0;
        if (outcome is { Report: { } report, Changed: null })
        {
            (_hasSwept, _yields) = (true, 0);
            _lastSweep = time.GetTimestamp();
            _sweep = TimeSpan.FromSeconds(Math.Max(SourceWatcher.Sweep.TotalSeconds, report.Seconds * SweepShare));
        }

        return outcome switch
        {
            { WasStopped: true } => Timeout.InfiniteTimeSpan,
            { Yielded: true } => settle,
            { Report: null } => Backoff(),
            { Report.Pending: > 0 } => settle,
            { Report.Roots.Count: 0 } => ShortPause,
            _ => UntilSweep(),
        };
    }

    /// <summary>Whether a run that looks at these paths (null: at everything) may be broken off for a change. The first, which all wait for, may not.</summary>
    public bool MayYield(IReadOnlyCollection<string>? changed) => changed is null && _hasSwept && _yields < MostYields;

    /// <summary>What the next run looks at.</summary>
    /// <param name="last">The run before.</param>
    /// <param name="noted">The paths that changed since, none where the pause is over; null for anything.</param>
    /// <returns>Paths; null for everything.</returns>
    public IReadOnlyCollection<string>? Next(RunOutcome last, IReadOnlyCollection<string>? noted) => last switch
    {
        _ when noted is null => null,
        { Report: null, Yielded: false } => null,
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
        if (_yields > 0)
        {
            return TimeSpan.Zero;
        }

        var left = _sweep - time.GetElapsedTime(_lastSweep);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
