namespace PolicySearch.Testing;

/// <summary>A clock that moves only when it is told to; timers fire as it passes them. With <see cref="AutoAdvance"/> it moves to each timer as soon as that is set, so that whoever waits never does.</summary>
public sealed class ManualTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Called before the clock moves to a timer by itself; null for a clock that does not.</summary>
    public Action? AutoAdvance { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
        }

        while (TakeDue() is { } due)
        {
            due.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, period);
        timer.Change(dueTime, period);
        if (AutoAdvance is { } before && dueTime != Timeout.InfiniteTimeSpan)
        {
            before();
            Advance(dueTime);
        }

        return timer;
    }

    private ManualTimer? TakeDue()
    {
        lock (_gate)
        {
            var due = _timers.Where(timer => timer.Due <= _now).MinBy(timer => timer.Due);
            if (due is not null)
            {
                _timers.Remove(due);
            }

            return due;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        private TimeSpan _period = period;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                _period = newPeriod;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                }
            }

            return true;
        }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
