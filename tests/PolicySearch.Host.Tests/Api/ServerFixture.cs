using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicySearch.Host.Workers;

namespace PolicySearch.Host.Tests.Api;

/// <summary>A server of its own on a free port, with two small documents.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    internal const string Key = "secret";
    private WebApplication? _server;

    public string Folder { get; } = Directory.CreateTempSubdirectory("policysearch-host-").FullName;

    public HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        var sources = Directory.CreateDirectory(Path.Combine(Folder, "docs")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(sources, "a.txt"), "In 2001 the Ministry of Economy, Trade and Industry (METI) started the Industrial Cluster Policy in many regions of Japan.\n");
        await File.WriteAllTextAsync(
            Path.Combine(sources, "b.txt"), "In 2016 the Ministry of Education, Culture, Sports, Science and Technology (MEXT) changed its programmes for regions.\n");
        _server = Program.Server(
            new Settings { Index = Path.Combine(Folder, "index"), Sources = [sources], Urls = "http://127.0.0.1:0", ApiKey = Key },
            TextWriter.Null);
        await _server.StartAsync();
        Client.BaseAddress = new Uri(_server.Urls.First());
        var status = _server.Services.GetRequiredService<ServerStatus>();
        while (!status.FirstRunDone)
        {
            await Task.Yield();
        }
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
