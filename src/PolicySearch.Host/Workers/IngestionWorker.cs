using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Workers;

/// <summary>Brings the index in step at the start, then whenever sources change. Holds the index's lock only while there is work.</summary>
internal sealed partial class IngestionWorker(
    Ingestor ingestor, Settings settings, ServerStatus status, TimeProvider time, ILogger<IngestionWorker> logger) : BackgroundService
{
    /// <summary>A file written to within this time may still be growing.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>What a run of the server shall do.</summary>
    public IngestionRequest Request() => new() { Paths = settings.Sources, Authority = settings.Authority, Settle = Settle, Wait = settings.Wait };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.ReadOnly)
        {
            status.FirstRunDone = true;
            return;
        }

        using var watcher = new SourceWatcher(time);
        while (!stoppingToken.IsCancellationRequested)
        {
            // A long first run must not keep the server from starting to listen.
            var report = await Task.Run(() => TryRun(stoppingToken), stoppingToken);
            watcher.Watch(report?.Roots.Select(root => root.Folder) ?? []);
            status.FirstRunDone = true;
            await watcher.WaitAsync(PauseAfter(report), stoppingToken);
        }
    }

    private static TimeSpan PauseAfter(IngestionReport? report) => report switch
    {
        { Pending: > 0 } => Settle,
        null or { Roots.Count: 0 } => TimeSpan.FromSeconds(2),
        _ => SourceWatcher.Sweep,
    };

    private IngestionReport? TryRun(CancellationToken stoppingToken)
    {
        try
        {
            var report = ingestor.Run(Request(), stoppingToken);
            Say(report);
            return report;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Searches go on whatever happens here, and the next run may do better.
            if (_said.Add(e.Message))
            {
                LogFailed(e.Message);
            }

            return null;
        }
    }

    /// <summary>Says what a run did; what failed once and still does is not said again.</summary>
    private void Say(IngestionReport report)
    {
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Note}")]
    private partial void LogNote(string note);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Added} added, {Updated} updated, {Removed} removed; {Passages} passages in the index ({Seconds} s)")]
    private partial void LogChanged(int added, int updated, int removed, int passages, double seconds);
}
