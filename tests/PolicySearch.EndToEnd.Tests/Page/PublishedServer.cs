using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>A published program, serving from a folder that is not its own.</summary>
internal sealed class PublishedServer : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    public PublishedServer(string program, string workingFolder, string index, string sources)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        Client = new HttpClient { BaseAddress = new Uri(address) };
        _process = Process.Start(new ProcessStartInfo(
            Path.Combine(program, "policysearch"),
            ["serve", "--index", index, "--sources", sources, "--urls", address])
        {
            WorkingDirectory = workingFolder,
        })!;
    }

    public HttpClient Client { get; }

    public async Task UntilListeningAsync()
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            Assert.True(clock.Elapsed < Deadline, "the published program was not ready in time");
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
