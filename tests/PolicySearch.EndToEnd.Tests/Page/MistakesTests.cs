using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Page;

[Collection(PageCollection.Name)]
public sealed class MistakesTests(PageFixture fixture)
{
    [BrowserFact]
    public async Task An_open_quote_is_explained_at_its_place_and_kept_in_the_box()
    {
        const string Query = "policy \"knowledge cluster";
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/");
        var answer = await page.RunAndWaitForResponseAsync(() => page.SearchForAsync(Query), response => response.Url.Contains("q=", StringComparison.Ordinal));
        Assert.Equal(400, answer.Status);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not be run");
        await Expect(page.Locator(".fault-mark")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync(Query);

        await page.SearchForAsync("policy \"knowledge cluster\"");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("/?year=2020..2001")]
    [InlineData("/?q=cluster&year=soon")]
    [InlineData("/?q=cluster&from=2020&to=2001")]
    public async Task Years_that_make_no_sense_are_explained_and_can_be_taken_away(string address)
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), address);
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.Locator(".chip").ClickAsync();
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_search_without_results_says_what_to_try()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=xylophone&ministry=METI");
        await Expect(page.GetByText("No passage matches")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Browse all passages" }).ClickAsync();
        await page.WaitForURLAsync("**/?ministry=METI");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_page_past_the_last_one_leads_to_the_first()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster&page=900");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the first page" }).ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("/nowhere")]
    [InlineData("/documents/a/b")]
    public async Task An_unknown_page_is_not_found_and_leads_on(string address)
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/documents");
        var answer = await page.GotoAsync(address);
        Assert.Equal(404, answer!.Status);
        await page.GetByRole(AriaRole.Link, new() { Name = "All passages" }).ClickAsync();
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_unknown_document_is_not_found_and_leads_on()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/documents");
        var answer = await page.GotoAsync("/documents/nosuchdocument?q=cluster");
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such document");
        await page.GetByRole(AriaRole.Link, new() { Name = "See all documents" }).ClickAsync();
        await page.WaitForURLAsync("**/documents");
    }
}
