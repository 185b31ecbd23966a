using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Workers;

/// <summary>Brings the index in step at the start, then whenever sources change. Holds the index's lock only while there is work.</summary>
internal sealed partial class IngestionWorker : BackgroundService
{
    /// <summary>A file written to within this time may still be growing.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    /// <summary>How long the first run, which the server's readiness stands for, waits for such files.</summary>
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(2);

    /// <summary>What was said is forgotten from so many sentences on, so that a server that runs for a year does not grow; it may be said again.</summary>
    private const int MostSaid = 10_000;

    private readonly Ingestor _ingestor;
    private readonly Settings _settings;
    private readonly ServerStatus _status;
    private readonly TimeProvider _time;
    private readonly ILogger<IngestionWorker> _logger;
    private readonly SourceWatcher _watcher;
    private readonly RunSchedule _schedule;
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    public IngestionWorker(Ingestor ingestor, Settings settings, ServerStatus status, TimeProvider time, ILogger<IngestionWorker> logger)
    {
        _ingestor = ingestor;
        _settings = settings;
        _status = status;
        _time = time;
        _logger = logger;
        _watcher = new SourceWatcher(time);
        _schedule = new RunSchedule(Settle, time);
    }

    /// <summary>What a run of the server shall do.</summary>
    public IngestionRequest Request() => new() { Paths = _settings.Sources, Authority = _settings.Authority, Settle = Settle, Wait = _settings.Wait };

    /// <summary>Lets a paused worker go on, and one that was stopped begin again.</summary>
    public void Resume()
    {
        _ingestor.Resume();
        _watcher.Signal();
    }

    public override void Dispose()
    {
        _watcher.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_settings.ReadOnly)
        {
            _status.FirstRunDone = true;
            return;
        }

        using var progress = new ProgressLog(_ingestor, _logger, _time);
        IReadOnlyCollection<string>? changed = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            // A long first run must not keep the server from starting to listen.
            var outcome = await Task.Run(() => _schedule.MayYield(changed) ? RunUntilChangeAsync(stoppingToken) : Task.FromResult(TryRun(changed, stoppingToken)), stoppingToken);
            _status.FirstRunDone = true;
            var noted = await _watcher.WaitAsync(_schedule.PauseAfter(outcome), stoppingToken);
            changed = _schedule.Next(outcome, noted);
        }
    }

    /// <summary>Looks at everything, but gives way to a change: what somebody has just put there is wanted first.</summary>
    private async Task<RunOutcome> RunUntilChangeAsync(CancellationToken stoppingToken)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var ended = Task.Run(() => TryRun(null, run.Token), CancellationToken.None);
        var hint = _watcher.WaitForHintAsync(over.Token);
        var givesWay = await Task.WhenAny(ended, hint) == hint;
        await (givesWay ? run : over).CancelAsync();
        try
        {
            return await ended;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return new RunOutcome(null, null) { Yielded = true };
        }
    }

    private RunOutcome TryRun(IReadOnlyCollection<string>? changed, CancellationToken stoppingToken)
    {
        try
        {
            var report = _ingestor.Run(Request() with { Changed = changed, Patience = _status.FirstRunDone ? TimeSpan.Zero : FirstPatience }, stoppingToken);
            _watcher.Watch(report.Roots.Select(root => root.Folder));
            Say(report);
            return new RunOutcome(report, changed);
        }
        catch (Exception e) when (e is OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            LogStopped();
            return new RunOutcome(null, changed) { WasStopped = true };
        }
        catch (IngestionException) when (_ingestor.Status().Paused)
        {
            return new RunOutcome(null, changed) { WasStopped = true };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Searches go on whatever happens here, and the next run may do better.
            if (_said.Add(e.Message))
            {
                LogFailed(e.Message);
            }

            return new RunOutcome(null, changed);
        }
    }

    /// <summary>Says what a run did; what failed once and still does is not said again.</summary>
    private void Say(IngestionReport report)
    {
        if (_said.Count > MostSaid)
        {
            _said.Clear();
        }

        if (report.Added + report.Updated + report.Removed > 0)
        {
            LogChanged(report.Added, report.Updated, report.Removed, report.Passages, report.Seconds);
        }

        foreach (var note in report.Messages.Where(_said.Add))
        {
            LogNote(note);
        }

        foreach (var failure in report.Failed.Where(failure => _said.Add(failure.Source + ": " + failure.Reason)))
        {
            LogNote(failure.Source + ": " + failure.Reason);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the index cannot be brought in step: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "the ingest was stopped; what it had read is committed")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Note}")]
    private partial void LogNote(string note);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Added} added, {Updated} updated, {Removed} removed; {Passages} passages in the index ({Seconds} s)")]
    private partial void LogChanged(int added, int updated, int removed, int passages, double seconds);
}
