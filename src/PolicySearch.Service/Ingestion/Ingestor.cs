using Microsoft.Extensions.Logging;
using PolicySearch.Engine;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction.Authority;

namespace PolicySearch.Service.Ingestion;

/// <summary>Brings an index in step with its sources. Safe for use by many threads; runs follow one another.</summary>
public sealed partial class Ingestor
{
    private const int MaxAttempts = 5;

    private readonly IndexDirectory _directory;
    private readonly Func<UserAuthority, SourceReading> _reading;
    private readonly TimeProvider _time;
    private readonly ILogger<Ingestor> _logger;
    private readonly ISourceStore _store;
    private readonly IngestionOptions _options;
    private readonly SourceFreshness _freshness;
    private readonly RetryPolicy _retry;
    private readonly IngestionProgress _progress;
    private readonly RunControl _control = new();
    private readonly Lock _running = new();

    /// <summary>Creates it; nothing is opened before <see cref="Run"/>.</summary>
    /// <param name="directory">Where the index is or shall be.</param>
    /// <param name="reading">How sources are read with the user's authority files; asked at each run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where progress goes.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <param name="store">Where source roots lie; null for folders of this machine.</param>
    public Ingestor(
        IndexDirectory directory,
        Func<UserAuthority, SourceReading> reading,
        TimeProvider time,
        ILogger<Ingestor> logger,
        IngestionOptions? options = null,
        ISourceStore? store = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        _directory = directory;
        _reading = reading;
        _time = time;
        _logger = logger;
        _options = options ?? new IngestionOptions();
        _store = store ?? new FolderStore(IndexFolder(directory));
        _freshness = new SourceFreshness(_store, time);
        _retry = new RetryPolicy(_options.RetryPauses, time);
        _progress = new IngestionProgress(time);
    }

    /// <summary>How the run under way stands, or how the last one ended.</summary>
    public IngestionStatus Status()
    {
        var status = _progress.Snapshot();
        var paused = _control.IsPaused;
        return status with { Paused = paused, State = paused && status.State == IngestionState.Idle ? IngestionState.Paused : status.State };
    }

    /// <summary>Stops the run under way at a commit, and lets none begin until <see cref="Resume"/>. A rebuild, which commits at its end alone, begins anew then.</summary>
    public void Pause() => _control.Pause();

    /// <summary>Lets runs begin again; the next goes on where the last one was stopped.</summary>
    public void Resume() => _control.Resume();

    /// <summary>Stops the run under way at a commit.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel() => _control.Cancel();

    /// <summary>Brings the index in step and says what was done. Where nothing differs, nothing is written and no lock taken.</summary>
    /// <exception cref="IngestionException">The call cannot be followed, or ingestion is paused.</exception>
    /// <exception cref="AuthorityException">An authority file cannot be used.</exception>
    /// <exception cref="LockFailedException">Another writer is at work; the message says which.</exception>
    /// <exception cref="IndexException">The index cannot be read or written.</exception>
    /// <exception cref="IndexNotWrittenException">The index's disk is full, or fails; the last commit stands.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; what it had read is committed.</exception>
    public IngestionReport Run(IngestionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_running)
        {
            var stop = _control.Begin(cancellationToken);
            IngestionReport? report = null;
            string? trouble = null;
            try
            {
                _progress.Start();
                report = RunUntilDone(request, stop);
                LogDone(report.Added, report.Updated, report.Removed, report.Unchanged, report.Failed.Count, report.Passages, report.Seconds);
                return report;
            }
            catch (Exception e)
            {
                trouble = e is OperationCanceledException ? "it was stopped; what it had read is committed" : e.Message;
                throw;
            }
            finally
            {
                _progress.End(report, trouble);
                _control.End();
            }
        }
    }

    /// <summary>The roots that the index remembers.</summary>
    public IReadOnlyList<SourceRoot> Roots()
    {
        using var catalogue = Catalogue.Load(_directory);
        return catalogue.Roots;
    }

    /// <summary>The sources that could not be read, by address, as the newest commit has them.</summary>
    public IReadOnlyList<FailedSource> Failures()
    {
        using var catalogue = Catalogue.Load(_directory);
        return [.. catalogue.ListFailures().Select(entry => new FailedSource(
            entry.Address, entry.Failure!, entry.Attempts, entry.Tried, _retry.DueAt(entry), _retry.IsSetAside(entry)))];
    }

    private IngestionReport RunUntilDone(IngestionRequest request, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return RunOnce(request, cancellationToken) with { Seconds = Math.Round(_time.GetElapsedTime(started).TotalSeconds, 3) };
            }
            catch (CatalogueMovedException) when (attempt < MaxAttempts)
            {
                LogMoved(attempt);
            }
            catch (CatalogueMovedException)
            {
                throw new IngestionException("other processes keep changing the index; try again when they are done");
            }
        }
    }

    private IngestionReport RunOnce(IngestionRequest request, CancellationToken cancellationToken)
    {
        var messages = new List<string>();
        using var catalogue = LoadCatalogue(request, messages);
        var rebuild = request.Rebuild || NeedsRebuild(catalogue, messages);
        var authority = request.Authority is { } paths ? UserAuthority.Read(paths) : catalogue.Authority.Refreshed(messages);
        var scope = IngestionScope.Of(request, catalogue, authority, rebuild);
        var reading = _reading(authority);
        var fingerprints = new ReadingFingerprints(reading);
        var plan = Plan(
            request,
            () => new IngestionPlanner(catalogue, fingerprints, _freshness, _retry, _time, request, rebuild).Plan(scope, _store, cancellationToken),
            cancellationToken);
        _freshness.Forget(plan.Gone);
        messages.AddRange(RunNotes.Of(plan, scope, catalogue, fingerprints));
        var known = new KnownMembers(catalogue, fingerprints, scope.Removed, rebuild);
        using var run = new IngestionRun(_directory, catalogue, scope, request, _options, _retry, _progress, known, rebuild, _time);
        var moved = new MovedDocuments(catalogue, plan.Gone, fingerprints);
        var sources = new SourceLoader(_store, reading, fingerprints, _freshness, _options, known, moved).Load(plan.ToRead, cancellationToken);
        var report = run.Execute(plan, Logged(sources));
        return report with { Messages = messages, Passages = report.Committed ? Passages() : catalogue.Passages };
    }

    /// <summary>Plans; again and again while files may still be growing and the request has patience.</summary>
    private IngestionPlan Plan(IngestionRequest request, Func<IngestionPlan> plan, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            var planned = plan();
            if (planned.Pending == 0 || _time.GetElapsedTime(started) >= request.Patience)
            {
                return planned;
            }

            Task.Delay(request.Settle, _time, cancellationToken).GetAwaiter().GetResult();
        }
    }

    private Catalogue LoadCatalogue(IngestionRequest request, List<string> messages)
    {
        Catalogue? catalogue = null;
        try
        {
            catalogue = Catalogue.Load(_directory);
            if (request.Rebuild)
            {
                // All entries are read now, while it can still be said that they cannot.
                _ = catalogue.Documents;
            }

            return catalogue;
        }
        catch (Exception e) when (request.Rebuild && e is IndexException or InvalidDataException)
        {
            catalogue?.Dispose();
            messages.Add("the old index cannot be read, so nothing is taken over from it: " + e.Message);
            return Catalogue.Empty;
        }
    }

    private static bool NeedsRebuild(Catalogue catalogue, List<string> messages)
    {
        if (catalogue.SchemaFingerprint is null || catalogue.SchemaFingerprint == PassageSchema.Schema.Fingerprint)
        {
            return false;
        }

        messages.Add("the index was made with other fields or another analysis, so everything is read again into a new one");
        return true;
    }

    private int Passages()
    {
        using var newest = Catalogue.Load(_directory);
        return newest.Passages;
    }

    private IEnumerable<LoadedSource> Logged(IEnumerable<LoadedSource> sources)
    {
        foreach (var source in sources)
        {
            yield return source;
            if (source.Document is { } document)
            {
                LogRead(source.Entry.Address, document.Passages.Count);
            }
            else if (source.Entry.Failure is { } reason)
            {
                LogFailed(source.Entry.Address, reason);
            }
        }
    }

    private static string? IndexFolder(IndexDirectory directory) =>
        directory is FileSystemDirectory files ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Path)) : null;

    // A line for each of a hundred thousand documents helps nobody: whoever asked for the run shows its status.
    [LoggerMessage(Level = LogLevel.Debug, Message = "read {Source}: {Passages} passages")]
    private partial void LogRead(string source, int passages);

    // Whoever asked for the run says what failed, from its report.
    [LoggerMessage(Level = LogLevel.Debug, Message = "could not read {Source}: {Reason}")]
    private partial void LogFailed(string source, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "the index was changed by another process; comparing again ({Attempt})")]
    private partial void LogMoved(int attempt);

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "ingest: {Added} added, {Updated} updated, {Removed} removed, {Unchanged} unchanged, {Failed} failed; {Passages} passages in {Seconds} s")]
    private partial void LogDone(int added, int updated, int removed, int unchanged, int failed, int passages, double seconds);
}
