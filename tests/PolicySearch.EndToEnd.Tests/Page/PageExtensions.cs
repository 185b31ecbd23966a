using System.Globalization;
using Microsoft.Playwright;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>What a person does on the page.</summary>
internal static class PageExtensions
{
    /// <summary>Types a query and presses Enter.</summary>
    public static async Task SearchForAsync(this IPage page, string query)
    {
        var box = page.GetByRole(AriaRole.Searchbox);
        await box.FillAsync(query);
        await box.PressAsync("Enter");
        await page.WaitForURLAsync("**/?*q=*");
    }

    /// <summary>Chooses a facet's value, opening the folded panel of a narrow page first.</summary>
    public static async Task ChooseAsync(this IPage page, string facet, string value)
    {
        await page.OpenFiltersAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = facet, Exact = true }).Locator("a.choice", new() { HasText = value }).First.ClickAsync();
        await page.Locator(".chip-label", new() { HasText = value }).First.WaitForAsync();
    }

    /// <summary>Opens the folded panel of a narrow page.</summary>
    public static async Task OpenFiltersAsync(this IPage page)
    {
        var summary = page.Locator(".filters > summary");
        if (await summary.IsVisibleAsync() && await page.Locator(".filters[open]").CountAsync() == 0)
        {
            await summary.ClickAsync();
        }
    }

    /// <summary>The number of passages that the page says it found.</summary>
    public static async Task<int> TotalAsync(this IPage page)
    {
        var summary = await page.Locator("#summary").TextContentAsync() ?? "";
        return int.Parse(summary.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    /// <summary>Fails where the page is wider than the window.</summary>
    public static async Task AssertNothingSticksOutAsync(this IPage page)
    {
        var widths = await page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(widths[0] <= widths[1], $"{page.Url} is {widths[0]} px wide in a window of {widths[1]} px");
    }
}
