namespace PolicySearch.Service.Ingestion;

/// <summary>Counts what a run does. Safe for use by many threads: one run writes, anybody reads.</summary>
internal sealed class IngestionProgress(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(long Time, int Read)> _samples = new();
    private IngestionStatus _status = new();
    private long _lastSample;

    /// <summary>How things stand now, without rate and time left where they are not known yet.</summary>
    public IngestionStatus Snapshot()
    {
        lock (_gate)
        {
            var rate = _status.Phase == IngestionPhase.Reading ? Rate() : null;
            return _status with { Rate = rate, EtaSeconds = rate > 0 ? Math.Round((_status.ToRead - _status.Read) / rate.Value, 1) : null };
        }
    }

    /// <summary>A run begins.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _status = new IngestionStatus { State = IngestionState.Running, Phase = IngestionPhase.Comparing, Started = time.GetUtcNow() };
            _samples.Clear();
        }
    }

    /// <summary>A plan is to be carried out.</summary>
    public void Begin(IngestionPhase phase, IngestionPlan plan)
    {
        lock (_gate)
        {
            _status = _status with
            {
                Phase = phase,
                ToRead = plan.ToRead.Count,
                Removed = plan.Gone.Count,
                Unchanged = plan.Unchanged,
                Failed = plan.Failed.Count,
                Pending = plan.Pending,
            };
            Sample();
        }
    }

    /// <summary>A phase begins.</summary>
    public void Enter(IngestionPhase phase)
    {
        lock (_gate)
        {
            _status = _status with { Phase = phase };
        }
    }

    /// <summary>One more source has been read.</summary>
    public void Count(int added, int updated, int failed)
    {
        lock (_gate)
        {
            _status = _status with { Read = _status.Read + 1, Added = added, Updated = updated, Failed = failed };
            if (time.GetElapsedTime(_lastSample) >= Step)
            {
                Sample();
            }
        }
    }

    /// <summary>The run is over.</summary>
    /// <param name="report">What it did; null where it broke off.</param>
    /// <param name="trouble">Why it broke off.</param>
    public void End(IngestionReport? report, string? trouble)
    {
        lock (_gate)
        {
            _status = _status with
            {
                State = IngestionState.Idle,
                Phase = null,
                Ended = time.GetUtcNow(),
                Removed = report?.Removed ?? _status.Removed,
                Pending = report?.Pending ?? _status.Pending,
                Trouble = trouble,
            };
        }
    }

    private void Sample()
    {
        _lastSample = time.GetTimestamp();
        _samples.Enqueue((_lastSample, _status.Read));
        while (_samples.Count > 2 && time.GetElapsedTime(_samples.Peek().Time) > Window)
        {
            _samples.Dequeue();
        }
    }

    private double? Rate()
    {
        if (!_samples.TryPeek(out var first))
        {
            return null;
        }

        var seconds = time.GetElapsedTime(first.Time).TotalSeconds;
        return seconds > 0 && _status.Read > first.Read ? Math.Round((_status.Read - first.Read) / seconds, 2) : null;
    }
}
