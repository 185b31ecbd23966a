using PolicySearch.Engine;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Workers;

/// <summary>Verifies the index once in the background, so that damage is known before a search meets it.</summary>
internal sealed partial class IndexVerifier(
    IndexDirectory directory, PassageSearch search, ServerStatus status, TimeProvider time, ILogger<IndexVerifier> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (status.FirstRunDone && HasIndex())
            {
                break;
            }
        }

        // Reading every byte must not get in the way of searches: a thread of its own, of the lowest rank.
        var verifier = new Thread(Verify) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "index check" };
        verifier.Start();
    }

    private bool HasIndex()
    {
        try
        {
            return search.HasIndex;
        }
        catch (Exception e) when (e is IndexException or IOException)
        {
            // An index that cannot be opened is the first that has to be looked at.
            return true;
        }
    }

    private void Verify()
    {
        try
        {
            foreach (var fault in IndexCheck.Run(directory))
            {
                status.Trouble = fault.Detail;
                LogFault(fault.Detail, fault.Advice);
            }
        }
        catch (Exception e) when (e is IndexException or IOException or UnauthorizedAccessException)
        {
            status.Trouble = e.Message;
            LogFault(e.Message, "See 'policysearch check'.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the index is damaged: {Detail}. {Advice}")]
    private partial void LogFault(string detail, string advice);
}
