using System.Diagnostics;
using System.Text;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Programs;

/// <summary>What a run of the program gave.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error);

/// <summary>Runs the built program <c>policysearch</c> as its users do, in a process of its own.</summary>
internal static class PolicySearchProgram
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>The program that the tests' own build made.</summary>
    public static string Executable { get; } = Path.Combine(
        Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Parent!.FullName,
        "PolicySearch.Host",
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)),
        "policysearch");

    /// <summary>The starter documents.</summary>
    public static string Seeds { get; } = Path.Combine(SharedData.Repository, "seeds");

    /// <summary>Runs to the end.</summary>
    public static ProgramResult Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>Runs to the end, standing in a folder.</summary>
    public static ProgramResult RunIn(string workingFolder, params string[] arguments) => RunWith(new Dictionary<string, string>(), Deadline, workingFolder, arguments);

    /// <summary>Runs to the end, with more in its environment and a deadline of its own.</summary>
    public static ProgramResult RunWith(IReadOnlyDictionary<string, string> environment, TimeSpan deadline, string workingFolder, params string[] arguments)
    {
        using var process = Start(Executable, workingFolder, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(deadline))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"policysearch {string.Join(' ', arguments)} did not end within {deadline}");
        }

        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts it and does not wait.</summary>
    public static Process Start(params string[] arguments) => Start(Executable, Environment.CurrentDirectory, arguments);

    /// <summary>Starts another build of it in a folder.</summary>
    public static Process Start(string executable, string workingFolder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = workingFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("POLICYSEARCH_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
