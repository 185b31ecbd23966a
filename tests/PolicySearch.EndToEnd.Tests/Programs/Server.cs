using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PolicySearch.EndToEnd.Tests.Programs;

/// <summary>The program serving on a free port of this machine.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private Server(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts it and waits until it is ready: all sources that were there at the start are searchable.</summary>
    public static Task<Server> StartAsync(string index, string sources, string[]? more = null) =>
        StartAsync(PolicySearchProgram.Executable, Environment.CurrentDirectory, index, sources, more);

    /// <summary>The same with another build of the program and another working folder.</summary>
    public static async Task<Server> StartAsync(string executable, string workingFolder, string index, string sources, string[]? more = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] arguments = ["serve", "--index", index, "--sources", sources, "--urls", address.ToString(), .. more ?? []];
        var server = new Server(PolicySearchProgram.Start(executable, workingFolder, arguments), address);
        try
        {
            await server.UntilAsync(StartDeadline, "is ready", async () =>
            {
                using var answer = await server.Client.GetAsync("/health/ready");
                return answer.IsSuccessStatusCode;
            });
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A search's answer.</summary>
    public async Task<JsonElement> SearchAsync(string query)
    {
        var text = await Client.GetStringAsync("/api/search?" + query);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asks again and again until the condition holds; fails with the server's log at the deadline.</summary>
    public async Task<TimeSpan> UntilAsync(TimeSpan deadline, string what, Func<Task<bool>> condition)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await condition())
                {
                    return clock.Elapsed;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            if (clock.Elapsed > deadline || _process.HasExited)
            {
                lock (_log)
                {
                    throw new TimeoutException($"not after {clock.Elapsed}: {what}\n{_log}");
                }
            }

            await Task.Delay(20);
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.AppendLine(line);
            }
        }
    }
}
