using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Questions;

/// <summary>One server over the seeds, shared by the tests that only ask.</summary>
public sealed class SeedsServerFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal Server Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await Server.StartAsync(_folder["index"], PolicySearchProgram.Seeds);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Server?.Dispose();
        _folder.Dispose();
    }
}
