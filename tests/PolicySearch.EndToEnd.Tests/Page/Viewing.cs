using Microsoft.Playwright;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>One way to look at the page.</summary>
internal static class Viewing
{
    private const int WideHeight = 860;
    private const int NarrowHeight = 844;

    /// <summary>Width of a narrow page, in CSS pixels.</summary>
    public const int Narrow = 390;

    /// <summary>Width of a wide page.</summary>
    public const int Wide = 1280;

    /// <summary>Both widths, both schemes, with script and without.</summary>
    public static TheoryData<int, string, bool> All { get; } = Make();

    /// <summary>Both widths and both schemes.</summary>
    public static TheoryData<int, string> WidthsAndSchemes { get; } = new()
    {
        { Wide, "light" },
        { Wide, "dark" },
        { Narrow, "light" },
        { Narrow, "dark" },
    };

    public static BrowserNewContextOptions Options(int width, string scheme = "light", bool script = true) => new()
    {
        ViewportSize = new() { Width = width, Height = width == Narrow ? NarrowHeight : WideHeight },
        ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = script,
    };

    private static TheoryData<int, string, bool> Make()
    {
        var data = new TheoryData<int, string, bool>();
        foreach (var width in new[] { Wide, Narrow })
        {
            foreach (var scheme in new[] { "light", "dark" })
            {
                data.Add(width, scheme, true);
                data.Add(width, scheme, false);
            }
        }

        return data;
    }
}
