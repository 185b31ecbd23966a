using PolicySearch.Engine;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Workers;

/// <summary>Opens a newer commit soon after it is made, so that no search has to wait for that.</summary>
internal sealed class ReaderRefresher(PassageSearch search, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                _ = search.HasIndex;
            }
            catch (Exception e) when (e is IndexException or IOException)
            {
                // Searches and the ready check report it to whoever asks.
            }
        }
    }
}
