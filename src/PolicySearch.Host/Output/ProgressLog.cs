using System.Globalization;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Output;

/// <summary>Logs a line on a long ingest every ten seconds: for where there is no terminal.</summary>
internal sealed partial class ProgressLog : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly Ingestor _ingestor;
    private readonly ILogger _logger;
    private readonly ITimer _timer;

    public ProgressLog(Ingestor ingestor, ILogger logger, TimeProvider time)
    {
        _ingestor = ingestor;
        _logger = logger;
        _timer = time.CreateTimer(_ => Say(), null, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>A line on how a run stands.</summary>
    public static string Line(IngestionStatus status) => status switch
    {
        { Phase: IngestionPhase.Comparing } => "comparing the sources with the index",
        { Phase: IngestionPhase.Finishing } => "committing and merging",
        { Rate: { } rate, EtaSeconds: { } seconds } => string.Create(
            CultureInfo.InvariantCulture, $"{status.Read} of {status.ToRead} read, {status.Failed} failed; {rate:0.#} a second, {Left(seconds)} left"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{status.Read} of {status.ToRead} read, {status.Failed} failed"),
    };

    private static string Left(double seconds) => seconds switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 90 * 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };

    private void Say()
    {
        var status = _ingestor.Status();
        if (status.State == IngestionState.Running)
        {
            var line = Line(status);
            LogProgress(line);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "ingest: {Progress}")]
    private partial void LogProgress(string progress);
}
