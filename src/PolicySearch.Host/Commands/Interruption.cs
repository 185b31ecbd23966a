using System.Runtime.InteropServices;

namespace PolicySearch.Host.Commands;

/// <summary>Ctrl-C and SIGTERM while a verb works: the first asks it to end; whether it has ended or not, ten seconds later it is over. Further ones change nothing.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _asked = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Timer _patience;
    private readonly PosixSignalRegistration[] _signals;
    private int _count;

    public Interruption()
    {
        _patience = new Timer(_ => _over.TrySetResult());
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];
    }

    /// <summary>Asks the verb to end.</summary>
    public CancellationToken Asked => _asked.Token;

    /// <summary>Ends when nobody waits for the verb any longer.</summary>
    public Task Over => _over.Task;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _patience.Dispose();
        _asked.Dispose();
    }

    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref _count) == 1)
        {
            _patience.Change(Patience, Timeout.InfiniteTimeSpan);
            _asked.Cancel();
        }
    }
}
