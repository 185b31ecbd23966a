using System.Text;
using Microsoft.Extensions.Logging;
using PolicySearch.Engine;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction.Authority;

namespace PolicySearch.Service.Ingestion;

/// <summary>Brings an index in step with its sources. Safe for use by many threads; runs follow one another.</summary>
public sealed partial class Ingestor
{
    private const int Attempts = 5;

    private readonly IndexDirectory _directory;
    private readonly Func<UserAuthority, SourceReading> _reading;
    private readonly TimeProvider _time;
    private readonly ILogger<Ingestor> _logger;
    private readonly SourceFreshness _freshness;
    private readonly Lock _running = new();

    /// <summary>Creates it; nothing is opened before <see cref="Run"/>.</summary>
    /// <param name="directory">Where the index is or shall be.</param>
    /// <param name="reading">How sources are read with the user's authority files; asked at each run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where progress goes.</param>
    public Ingestor(IndexDirectory directory, Func<UserAuthority, SourceReading> reading, TimeProvider time, ILogger<Ingestor> logger)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        _directory = directory;
        _reading = reading;
        _time = time;
        _logger = logger;
        _freshness = new SourceFreshness(time);
    }

    /// <summary>Brings the index in step and says what was done. Where nothing differs, nothing is written and no lock taken.</summary>
    /// <exception cref="IngestionException">The call cannot be followed.</exception>
    /// <exception cref="AuthorityException">An authority file cannot be used.</exception>
    /// <exception cref="LockFailedException">Another writer is at work; the message says which.</exception>
    /// <exception cref="IndexException">The index cannot be read or written.</exception>
    public IngestionReport Run(IngestionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_running)
        {
            var started = _time.GetTimestamp();
            var attempt = 0;
            while (true)
            {
                try
                {
                    var report = RunOnce(request, cancellationToken) with { Seconds = Math.Round(_time.GetElapsedTime(started).TotalSeconds, 3) };
                    LogDone(report.Added, report.Updated, report.Removed, report.Unchanged, report.Failed.Count, report.Passages, report.Seconds);
                    return report;
                }
                catch (CatalogueMovedException) when (++attempt < Attempts)
                {
                    LogMoved(attempt);
                }
                catch (CatalogueMovedException)
                {
                    throw new IngestionException("other processes keep changing the index; try again when they are done");
                }
            }
        }
    }

    /// <summary>The roots that the index remembers.</summary>
    public IReadOnlyList<SourceRoot> Roots() => new RootSet(Catalogue.Load(_directory).Roots).All;

    private IngestionReport RunOnce(IngestionRequest request, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var catalogue = LoadCatalogue(request, notes);
        var rebuild = request.Rebuild || NeedsRebuild(catalogue, notes);
        var authority = request.Authority is { } paths ? UserAuthority.Read(paths) : catalogue.Authority.Refreshed(notes);
        var scope = IngestionScope.Of(request, catalogue, authority, rebuild);
        var reading = _reading(authority);
        var fingerprint = SourceFreshness.Hash(Encoding.UTF8.GetBytes($"mapper {PassageMapper.Version}; {reading.Fingerprint}"))[..32];
        var plan = new IngestionPlanner(catalogue, fingerprint, _freshness, _time, rebuild)
            .Plan(scope, new SourceScanner(IndexFolder()), rebuild ? TimeSpan.Zero : request.Settle, cancellationToken);
        notes.AddRange(WhyReadAgain(plan, scope, catalogue));
        notes.AddRange(plan.Empty.Select(root => $"no documents in {root.Folder}; put files there, and they will be found"));
        var known = new KnownMembers(catalogue, scope.Removed, rebuild);
        var sources = new SourceLoader(reading, fingerprint, _freshness, known).Load(plan.ToRead, cancellationToken);
        using var run = new IngestionRun(_directory, catalogue, scope, request, rebuild, _time);
        var report = run.Execute(plan, Logged(sources));
        return report with
        {
            Notes = notes,
            Passages = report.Committed ? Catalogue.Load(_directory).Passages : catalogue.Passages,
        };
    }

    private Catalogue LoadCatalogue(IngestionRequest request, List<string> notes)
    {
        try
        {
            return Catalogue.Load(_directory);
        }
        catch (Exception e) when (request.Rebuild && e is IndexException or InvalidDataException)
        {
            notes.Add("the old index cannot be read, so nothing is taken over from it: " + e.Message);
            return new Catalogue();
        }
    }

    private static bool NeedsRebuild(Catalogue catalogue, List<string> notes)
    {
        if (catalogue.SchemaFingerprint is null || catalogue.SchemaFingerprint == PassageSchema.Schema.Fingerprint)
        {
            return false;
        }

        notes.Add("the index was made with other fields or another analysis, so everything is read again into a new one");
        return true;
    }

    private static IEnumerable<string> WhyReadAgain(IngestionPlan plan, IngestionScope scope, Catalogue catalogue)
    {
        var isOther = catalogue.Generation > 0 && !scope.Authority.HasSameNames(catalogue.Authority);
        if (plan.Outdated > 0)
        {
            var reason = isOther
                ? scope.Authority.DifferenceFrom(catalogue.Authority)
                : "another version of the program or other authority files read them before";
            yield return $"{plan.Outdated} {(plan.Outdated == 1 ? "document is" : "documents are")} read again: {reason}";
        }

        if (isOther && scope.Roots.Count < scope.Remembered.All.Count)
        {
            yield return "the documents of the other source roots keep their tags until 'policysearch ingest' without PATH reads them with these authority files";
        }
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

    private string? IndexFolder() => _directory is FileSystemDirectory files ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Path)) : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "read {Source}: {Passages} passages")]
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
