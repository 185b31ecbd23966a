using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Page;

[Collection(PageCollection.Name)]
public sealed class SearchingTests(PageFixture fixture)
{
    public static TheoryData<int, string, bool> Viewings => Viewing.All;

    [BrowserTheory]
    [MemberData(nameof(Viewings))]
    public async Task A_search_filtered_by_two_ministries_opens_a_passage_and_goes_back(int width, string scheme, bool script)
    {
        var page = await fixture.OpenAsync(Viewing.Options(width, scheme, script), "/");
        await page.SearchForAsync("knowledge cluster");
        Assert.NotEqual(0, await page.Locator(".hit mark").CountAsync());
        await page.AssertNothingSticksOutAsync();

        await page.ChooseAsync("Ministries", "METI");
        await page.ChooseAsync("Ministries", "MEXT");
        Assert.EndsWith("/?q=knowledge+cluster&ministry=METI&ministry=MEXT", page.Url, StringComparison.Ordinal);
        var meti = await TotalAsync("METI");
        var mext = await TotalAsync("MEXT");
        var both = await page.TotalAsync();
        Assert.Equal(await TotalAsync("METI", "MEXT"), both);
        Assert.InRange(both, Math.Max(meti, mext), meti + mext);
        await page.OpenFiltersAsync();
        await Expect(page.Locator("a.choice[aria-current] .choice-label")).ToHaveTextAsync(["METI", "MEXT"], new() { UseInnerText = true });
        var results = page.Url;

        await page.Locator(".hit-title a").First.ClickAsync();
        await page.WaitForURLAsync("**/documents/*#*");
        var passage = page.Locator($"[id='{page.Url[(page.Url.IndexOf('#', StringComparison.Ordinal) + 1)..]}']");
        await Expect(passage).ToBeInViewportAsync();
        Assert.NotEqual(0, await passage.Locator("mark").CountAsync());
        Assert.NotEqual(await BackgroundAsync(page.Locator(".text")), await BackgroundAsync(passage));
        await page.AssertNothingSticksOutAsync();

        await page.GoBackAsync();
        Assert.Equal(results, page.Url);
        await Expect(page.Locator(".chip-label")).ToHaveTextAsync(["METI", "MEXT"]);
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("knowledge cluster");
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_leads_back_to_the_search_that_led_to_it(bool script)
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Narrow, script: script), "/?q=cluster&year=2001..2005&ministry=METI");
        var results = page.Url;
        await page.Locator(".hit-title a").First.ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        await page.Locator(".back a").ClickAsync();
        await page.WaitForURLAsync(results);
        await Expect(page.Locator(".chip-label")).ToHaveTextAsync(["2001–2005", "METI"]);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Years_are_chosen_by_the_boxes_and_by_a_bar(bool script)
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide, script: script), "/?q=cluster&ministry=METI");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2001");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2005");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply years" }).ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster&year=2001..2005&ministry=METI");
        await Expect(page.Locator(".chip-label")).ToHaveTextAsync(["2001–2005", "METI"]);
        Assert.Equal(5, await page.Locator(".bars a[aria-current]").CountAsync());

        var bar = page.Locator(".bars a[aria-label^='2016:']");
        var label = await bar.GetAttributeAsync("aria-label") ?? "";
        await bar.ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster&year=2016&ministry=METI");
        Assert.Equal($"2016: {await page.TotalAsync()} passage{(await page.TotalAsync() == 1 ? "" : "s")}", label);
    }

    [BrowserFact]
    public async Task Years_can_be_limited_to_those_of_publication()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster&year=2005..");
        var all = await page.TotalAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "published", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster&year=2005..&year_role=published");

        Assert.InRange(await page.TotalAsync(), 1, all - 1);
        await Expect(page.Locator(".year-roles a[aria-current]")).ToHaveTextAsync("published");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2006");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply years" }).ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster&year=2006..&year_role=published");
    }

    [BrowserFact]
    public async Task A_chosen_filter_is_taken_away_by_its_chip_and_by_its_facet()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster&ministry=METI&ministry=MEXT");
        await page.Locator(".chip", new() { HasText = "METI" }).ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster&ministry=MEXT");
        await page.Locator("a.choice[aria-current]").ClickAsync();
        await page.WaitForURLAsync("**/?q=cluster");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_empty_box_lists_all_passages_page_by_page()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/");
        var all = await fixture.Server.SearchAsync("");
        Assert.Equal(all.GetProperty("total").GetInt32(), await page.TotalAsync());
        await Expect(page.Locator(".hit")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await page.WaitForURLAsync("**/?page=2");
        await Expect(page.Locator("#summary")).ToContainTextAsync("11–20");
        Assert.Equal("11", await page.Locator(".hits").GetAttributeAsync("start"));
    }

    [BrowserFact]
    public async Task Japanese_is_found_marked_and_set_as_Japanese()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/");
        await page.SearchForAsync("地域中核企業創出");
        await Expect(page.Locator(".hit mark:lang(ja)").First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_ministry_named_in_Japanese_is_chosen_in_the_facet()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?ministry=" + Uri.EscapeDataString("経済産業省"));
        await Expect(page.Locator("a.choice[aria-current] .choice-label")).ToHaveTextAsync(["METI"]);
        await Expect(page.Locator(".chip-label")).ToHaveTextAsync(["METI"]);
    }

    [BrowserFact]
    public async Task Every_document_is_listed_and_opens()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/documents");
        var links = page.Locator(".documents h2 a");
        await Expect(links).ToHaveCountAsync(6);
        var title = await links.First.TextContentAsync() ?? "";
        await links.First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
    }

    [BrowserFact]
    public async Task A_passage_named_in_the_address_is_scrolled_to_and_marked()
    {
        var hits = await fixture.Server.SearchAsync("q=keidanren&limit=1");
        var hit = hits.GetProperty("hits")[0];
        var (document, id) = (hit.GetProperty("document").GetProperty("id").GetString(), hit.GetProperty("id").GetString());
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Narrow), $"/documents/{document}?passage={id}#{id}");
        await Expect(page.Locator(".passage-chosen")).ToHaveIdAsync(id!);
        await Expect(page.Locator(".passage-chosen")).ToBeInViewportAsync();
    }

    private static async Task<string> BackgroundAsync(ILocator element) =>
        await element.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor");

    private async Task<int> TotalAsync(params string[] ministries)
    {
        var answer = await fixture.Server.SearchAsync("q=knowledge+cluster&limit=1&" + string.Join('&', ministries.Select(name => "ministry=" + name)));
        return answer.GetProperty("total").GetInt32();
    }
}
