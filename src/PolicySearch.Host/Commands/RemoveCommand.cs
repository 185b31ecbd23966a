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
        using var services = context.Services(settings);
        var report = NoIndexException.Unless(
            settings, () => new SourceRemover(services.GetRequiredService<IndexDirectory>()).Remove(call.GetRequiredValue(_paths), settings.Wait));
        foreach (var root in report.Roots)
        {
            context.Out.WriteLine($"removed root {root}");
        }

        foreach (var document in report.Documents)
        {
            context.Out.WriteLine($"removed document {document}");
        }

        return context.Report(report.Failed);
    }
}
