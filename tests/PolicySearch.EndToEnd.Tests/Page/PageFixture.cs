using Microsoft.Playwright;
using PolicySearch.EndToEnd.Tests.Programs;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>One server over the seeds and a hostile document, and one browser, shared by the tests of the page.</summary>
public sealed class PageFixture : IAsyncLifetime, IDisposable
{
    /// <summary>What the hostile document says; none of it may become part of the page.</summary>
    internal const string HostileText =
        "<script>document.title = 'owned'</script> Zanzibar <img src=x onerror=\"document.title='owned'\"> &amp; </p></main> \"quotes\" & ampersands.";

    private const float DeadlineMs = 15_000;
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Server Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhySkip is not null)
        {
            return;
        }

        var sources = _folder.CopySeeds();
        await File.WriteAllTextAsync(Path.Combine(sources, "hostile.txt"), $"Hostile <b>report</b> on <script>titles</script>\n\n{HostileText}\n");
        Server = await Server.StartAsync(_folder["index"], sources);
        Assertions.SetDefaultExpectTimeout(DeadlineMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        Server?.Dispose();
        _folder.Dispose();
    }

    /// <summary>A tab of its own, with no memory of other tests.</summary>
    internal async Task<IPage> OpenAsync(BrowserNewContextOptions options, string address)
    {
        options.BaseURL = Server.Address.ToString();
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(DeadlineMs);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}

/// <summary>The tests of the page share one server.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<PageFixture>
{
    public const string Name = "page";
}
