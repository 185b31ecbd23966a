using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using PolicySearch.Engine;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Commands;

/// <summary>Reads the command line, runs a verb, and turns what goes wrong into one line and an exit status.</summary>
internal sealed class CommandLineApp(CommandContext context)
{
    private readonly RootCommand _root = Build(context);

    /// <summary>Runs a call.</summary>
    /// <returns>Its exit status; see <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        // '@' begins no response file here: it may begin a query.
        var call = _root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Errors.Count > 0)
        {
            return WrongCall(call);
        }

        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = context.Out,
            Error = context.Error,

            // Its own way with signals falls over the second one.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await InvokeAsync(call, configuration);
        }
        catch (Exception e)
        {
            // The last resort: whatever it is, the user gets a line and not a stack.
            return Report(e);
        }
    }

    private static async Task<int> InvokeAsync(ParseResult call, InvocationConfiguration configuration)
    {
        if (call.Action is not AsynchronousCommandLineAction)
        {
            // A signal ends it as it is.
            return await call.InvokeAsync(configuration);
        }

        using var interruption = new Interruption();
        var work = call.InvokeAsync(configuration, interruption.Asked);
        return await Task.WhenAny(work, interruption.Over) == work ? await work : throw new OperationCanceledException();
    }

    private static RootCommand Build(CommandContext context)
    {
        var root = new RootCommand("PolicySearch: finds passages in policy documents, by words, years, ministries and more.")
        {
            new IngestCommand(context).Build(),
            new RemoveCommand(context).Build(),
            new SearchCommand(context).Build(),
            new TagsCommand(context).Build(),
            new ExtractCommand(context).Build(),
            new CheckCommand(context).Build(),
            new DoctorCommand(context).Build(),
            new VerifyCommand(context).Build(),
            new AuthorityCommand(context).Build(),
        };
        new ServeCommand(context).AddTo(root);
        return root;
    }

    private int WrongCall(ParseResult call)
    {
        foreach (var error in call.Errors)
        {
            var option = (error.SymbolResult as OptionResult)?.Option.Name ?? "";
            var message = error.SymbolResult is OptionResult { Option: Option<int>, Tokens: [var token, ..] } && error.Message.Contains("type", StringComparison.Ordinal)
                ? $"'{token.Value}' is not a whole number"
                : error.Message;
            context.Error.WriteLine(message.Contains(option, StringComparison.Ordinal) ? message : $"{option}: {message}");
        }

        context.Error.WriteLine();
        var help = new InvocationConfiguration { Output = context.Error, Error = context.Error };
        _root.Parse([.. CommandPath(call), "--help"]).Invoke(help);
        return ExitCode.WrongCall;
    }

    private static List<string> CommandPath(ParseResult call)
    {
        var path = new List<string>();
        for (SymbolResult? at = call.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent)
        {
            path.Insert(0, command.Command.Name);
        }

        return path;
    }

    private int Report(Exception exception)
    {
        var (status, message) = exception switch
        {
            SearchRequestException { Position: { } position } e => (ExitCode.WrongCall, $"query, position {position}: {e.Message}"),
            SearchRequestException e => (ExitCode.WrongCall, $"{OptionName(e.Parameter)}: {e.Message}"),
            SettingException or IngestionException or AuthorityException => (ExitCode.WrongCall, exception.Message),
            NoIndexException => (ExitCode.Failed, exception.Message),
            LockFailedException => (ExitCode.Failed, "the lock is taken: " + exception.Message),
            OperationCanceledException => (ExitCode.Failed, "interrupted; what was committed stays, and the next run goes on from there"),
            CorruptIndexException or IndexVersionException =>
                (ExitCode.Failed, exception.Message.TrimEnd('.') + "; 'policysearch check' tells what is damaged, 'policysearch ingest --rebuild' with the source folders builds the index again"),
            IndexException or ExtractionException or IOException or InvalidDataException or UnauthorizedAccessException =>
                (ExitCode.Failed, exception.Message),
            _ => (ExitCode.Failed, $"unexpected fault ({exception.GetType().Name}: {exception.Message})"),
        };
        // A malformed authority file has a line for each fault.
        foreach (var line in exception is AuthorityException ? message.Split('\n') : [message.ReplaceLineEndings(" ")])
        {
            context.Error.WriteLine("policysearch: " + line);
        }

        return status;
    }

    private static string OptionName(string parameter) => parameter == "q" ? "query" : "--" + parameter.Replace('_', '-');
}
