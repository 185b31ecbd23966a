using Microsoft.Playwright;

namespace PolicySearch.EndToEnd.Tests.Page;

/// <summary>The system's Chromium; Playwright's own browsers need a download.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Without a sandbox it runs as root; without background networking it asks no host for anything.</summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The reason to skip, or null.</summary>
    public static string? WhySkip { get; } = Find() is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "Chromium is not installed (tests/run.sh installs it)"
        : null;

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Find() ?? throw new FileNotFoundException("Chromium is not installed; tests/run.sh installs it (Debian: apt-get install chromium)"),
        Args = Arguments,
        Headless = true,
    });

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
