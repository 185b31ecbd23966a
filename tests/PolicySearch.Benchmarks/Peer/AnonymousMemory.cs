namespace PolicySearch.Benchmarks.Peer;

/// <summary>Watches how much memory of its own (<c>RssAnon</c>, without mapped files) this process has; 0 where the system does not say.</summary>
internal sealed class AnonymousMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private double _peak;

    public AnonymousMemory()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "memory" };
        _thread.Start();
    }

    /// <summary>The most that was seen so far.</summary>
    public double PeakMegabytes => Math.Max(_peak, Megabytes());

    public static double Megabytes()
    {
        const string status = "/proc/self/status";
        const string label = "RssAnon:";
        if (!File.Exists(status))
        {
            return 0;
        }

        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith(label, StringComparison.Ordinal)) ?? label + "0 kB";
        return double.Parse(line[label.Length..^2]) / 1024;
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Watch()
    {
        while (!_stop.Wait(Interval))
        {
            _peak = Math.Max(_peak, Megabytes());
        }
    }
}
