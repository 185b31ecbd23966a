using PolicySearch.Host.Commands;

namespace PolicySearch.Host.Tests.Commands;

/// <summary>Runs verbs inside the tests' process, with settings and streams of their own.</summary>
internal sealed class CommandRunner : IDisposable
{
    public CommandRunner() => Settings = new Settings { Index = Index };

    /// <summary>What configuration and environment would say.</summary>
    public Settings Settings { get; set; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("policysearch-verbs-").FullName;

    public string Index => Path.Combine(Folder, "index");

    public string Docs => Path.Combine(Folder, "docs");

    public string Write(string name, string text)
    {
        var path = Path.Combine(Docs, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<(int Exit, string Out, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            Settings = () => Settings,
            Services = settings => Program.Core(settings, error),
            Server = settings => Program.Server(settings, error),
        };
        var exit = await new CommandLineApp(context).RunAsync(args);
        return (exit, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
