using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Page;

[Collection(PageCollection.Name)]
public sealed class SafetyTests(PageFixture fixture)
{
    [BrowserTheory]
    [InlineData("<script>document.title='owned'</script>")]
    [InlineData("\"><img src=x onerror=\"document.title='owned'\">")]
    [InlineData("'); document.title='owned'; ('")]
    [InlineData("</title><script>document.title='owned'</script>")]
    public async Task A_hostile_query_is_shown_as_text(string query)
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=" + Uri.EscapeDataString(query));
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(query);
        Assert.DoesNotContain("owned", (await page.TitleAsync()).Replace(query, "", StringComparison.Ordinal), StringComparison.Ordinal);
        await AssertNoForeignElementsAsync(page);
    }

    [BrowserFact]
    public async Task A_hostile_filter_is_shown_as_text()
    {
        const string Value = "<img src=x onerror=document.title='owned'>";
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?ministry=" + Uri.EscapeDataString(Value));
        await Expect(page.Locator(".chip-label")).ToHaveTextAsync(Value);
        await AssertNoForeignElementsAsync(page);
    }

    [BrowserFact]
    public async Task A_hostile_document_is_shown_as_text_in_results_and_when_read()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=zanzibar");
        await Expect(page.Locator(".hit-text")).ToContainTextAsync("<script>document.title = 'owned'</script>");
        await AssertNoForeignElementsAsync(page);
        await page.Locator(".hit-title a").ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        await Expect(page.Locator(".passage", new() { HasText = "Zanzibar" })).ToContainTextAsync("</p></main>");
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
        await AssertNoForeignElementsAsync(page);
    }

    [BrowserFact]
    public async Task Nothing_is_asked_of_another_host_and_the_console_stays_empty()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/documents");
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        var messages = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Authority);
        page.Console += (_, message) => messages.Add(message.Text);
        await page.GotoAsync("/?q=cluster");
        await page.Locator(".hit-title a").First.ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        Assert.Equal([fixture.Server.Address.Authority], hosts);
        Assert.Empty(messages);
    }

    [BrowserFact]
    public async Task The_policy_allows_no_script_and_the_way_back_never_leaves_the_site()
    {
        using var answer = await fixture.Server.Client.GetAsync("/documents?back=https://example.org/&q=https://example.org/");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster");
        var address = await page.Locator(".hit-title a").First.GetAttributeAsync("href") ?? "";
        await page.GotoAsync(address.Replace("q=cluster", "q=//example.org&back=https://example.org/", StringComparison.Ordinal));
        await page.Locator(".back a").ClickAsync();
        Assert.Equal(fixture.Server.Address.Authority, new Uri(page.Url).Authority);
    }

    /// <summary>The site has no script, no picture from a file and no frame: one that is there came from a text.</summary>
    private static async Task AssertNoForeignElementsAsync(IPage page) =>
        await Expect(page.Locator("script, img, iframe, object, embed, b, u, s, [onerror], [onload], [style]")).ToHaveCountAsync(0);
}
