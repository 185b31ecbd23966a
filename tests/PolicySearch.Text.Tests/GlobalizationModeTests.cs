using System.Diagnostics;
using System.Globalization;

namespace PolicySearch.Text.Tests;

public sealed class GlobalizationModeTests
{
    private const string Configuration =
        """{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" } } }""";

    [Fact]
    public void Text_is_the_same_with_ICU_without_it_and_in_a_Turkish_locale()
    {
        Assert.Equal(Program.Digest(), Run(invariant: true));
        if (Run(invariant: false) is { } withIcu)
        {
            Assert.Equal(Program.Digest(), withIcu);
        }
    }

    /// <summary>What the program in this assembly prints in a process of its own; null where the machine has no ICU.</summary>
    private static ulong? Run(bool invariant)
    {
        var configuration = Path.Combine(Path.GetTempPath(), $"policysearch-{Guid.NewGuid():N}.runtimeconfig.json");
        File.WriteAllText(configuration, Configuration);
        try
        {
            var assembly = typeof(Program).Assembly.Location;
            var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
            {
                ArgumentList = { "exec", "--runtimeconfig", configuration, "--depsfile", Path.ChangeExtension(assembly, ".deps.json"), assembly },
                Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = invariant ? "1" : "0", ["LC_ALL"] = "tr_TR.UTF-8" },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            if (!invariant && process.ExitCode != 0 && error.Result.Contains("ICU", StringComparison.Ordinal))
            {
                return null;
            }

            // The Turkish i shows that the mode is the one asked for.
            Assert.True(output.StartsWith(invariant ? "i " : "ı ", StringComparison.Ordinal), output + error.Result);
            return ulong.Parse(output[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(configuration);
        }
    }
}
