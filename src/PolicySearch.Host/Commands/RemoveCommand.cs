using System.CommandLine;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Commands;

/// <summary><c>remove PATH… [--index DIR]</c>.</summary>
internal sealed class RemoveCommand(CommandContext context)
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "A source root (its folder or name), or a document (its file, address or id). Files are left alone.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _index = CommonOptions.Index();
    private readonly Option<string?> _wait = CommonOptions.Wait();

    public Command Build()
    {
        var command = new Command("remove", "Takes a source root or a document out of the index.") { _paths, _index, _wait };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult call)
    {
        var settings = context.Settings().With(call, _index, _wait);
        if (!Directory.Exists(settings.Index))
        {
            return NoIndex.Report(context, settings);
        }

        using var services = context.Services(settings);
        RemovalReport report;
        try
        {
            report = new SourceRemover(services.GetRequiredService<IndexDirectory>()).Remove(call.GetRequiredValue(_paths), settings.Wait);
        }
        catch (Engine.IndexNotFoundException)
        {
            return NoIndex.Report(context, settings);
        }

        foreach (var root in report.Roots)
        {
            context.Out.WriteLine($"removed root {root}");
        }

        foreach (var document in report.Documents)
        {
            context.Out.WriteLine($"removed document {document}");
        }

        foreach (var failure in report.Failed)
        {
            context.Error.WriteLine($"failed: {failure.Source}: {failure.Reason}");
        }

        return report.Failed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}

/// <summary>The answer where nothing has been committed; its words are a contract.</summary>
internal static class NoIndex
{
    public static int Report(CommandContext context, Settings settings)
    {
        context.Error.WriteLine($"policysearch: no index in {settings.Index}; make one with 'policysearch ingest PATH --index {settings.Index}'");
        return ExitCode.Failed;
    }
}
