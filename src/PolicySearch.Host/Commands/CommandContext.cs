using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using Spectre.Console;

namespace PolicySearch.Host.Commands;

/// <summary>What a verb works with: the streams, the settings before the command line, and what only <c>Program.cs</c> can build.</summary>
internal sealed class CommandContext
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Logs, progress, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>The terminal that shows progress; null where standard error is none.</summary>
    public IAnsiConsole? Terminal { get; init; }

    /// <summary>Settings of file and environment.</summary>
    public required Func<Settings> Settings { get; init; }

    /// <summary>Builds the services of the verbs that work on an index, and of extraction.</summary>
    public required Func<Settings, ServiceProvider> Services { get; init; }

    /// <summary>Builds the server.</summary>
    public required Func<Settings, WebApplication> Server { get; init; }

    /// <summary>Asks an index. A wrong call is said to be wrong, also where there is no index.</summary>
    /// <exception cref="NoIndexException">Nothing has been committed.</exception>
    public T Ask<T>(Settings settings, Func<PassageSearch, T> ask)
    {
        using var services = Services(settings);
        var search = services.GetRequiredService<PassageSearch>();
        var answer = ask(search);
        if (!search.HasIndex)
        {
            throw new NoIndexException(settings);
        }

        AuthorityNote.Write(this, settings, search);
        return answer;
    }

    /// <summary>Prints what failed, and why.</summary>
    /// <returns>The verb's exit status.</returns>
    public int Report(IReadOnlyList<IngestionFailure> failed)
    {
        foreach (var failure in failed)
        {
            Error.WriteLine($"failed: {failure.Source}: {failure.Reason}");
        }

        return failed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
