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
}
