using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Page;

[Collection(PageCollection.Name)]
public sealed class AccessibilityTests(PageFixture fixture)
{
    public static TheoryData<int, string> Viewings => Viewing.WidthsAndSchemes;

    [BrowserTheory]
    [MemberData(nameof(Viewings))]
    public async Task Axe_finds_nothing_serious_on_any_page(int width, string scheme)
    {
        var page = await fixture.OpenAsync(Viewing.Options(width, scheme), "/?q=knowledge+cluster&ministry=METI&year=2001..2020");
        await page.OpenFiltersAsync();
        await AssertSoundAsync(page);
        var address = await page.Locator(".hit-title a").First.GetAttributeAsync("href");
        foreach (var path in new[] { address!, "/", "/documents", "/?q=%22open", "/?q=xylophone", "/documents/missing" })
        {
            await page.GotoAsync(path);
            await AssertSoundAsync(page);
            await page.AssertNothingSticksOutAsync();
        }
    }

    [BrowserFact]
    public async Task The_first_step_of_the_keyboard_leads_past_the_header()
    {
        var page = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_narrow_page_folds_its_filters_and_a_wide_one_shows_them()
    {
        var narrow = await fixture.OpenAsync(Viewing.Options(Viewing.Narrow), "/?q=cluster");
        await Expect(narrow.Locator("#facet-ministry")).Not.ToBeVisibleAsync();
        await narrow.OpenFiltersAsync();
        await Expect(narrow.Locator("#facet-ministry")).ToBeVisibleAsync();

        var wide = await fixture.OpenAsync(Viewing.Options(Viewing.Wide), "/?q=cluster");
        await Expect(wide.Locator("#facet-ministry")).ToBeVisibleAsync();
        await Expect(wide.Locator(".filters > summary")).Not.ToBeVisibleAsync();
    }

    private static async Task AssertSoundAsync(IPage page)
    {
        var result = await page.RunAxe();
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical");
        Assert.Empty(serious.Select(violation => $"{page.Url}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }
}
