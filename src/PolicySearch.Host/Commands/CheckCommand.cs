using System.CommandLine;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Host.Commands;

/// <summary><c>check [--index DIR]</c>.</summary>
internal sealed class CheckCommand(CommandContext context)
{
    private readonly Option<string?> _index = CommonOptions.Index();

    public Command Build()
    {
        var command = new Command("check", "Verifies every file of the index's newest commit.") { _index };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult call)
    {
        var settings = context.Settings().With(call, _index);
        var faults = NoIndexException.Unless(settings, () => IndexCheck.Run(new FileSystemDirectory(settings.Index)));
        foreach (var fault in faults)
        {
            context.Out.WriteLine($"damaged: {fault.Detail.ReplaceLineEndings(" ").TrimEnd('.')}. {fault.Advice}");
        }

        if (faults.Count > 0)
        {
            context.Out.WriteLine("'policysearch ingest --rebuild' with the source folders builds the index again");
            return ExitCode.Failed;
        }

        context.Out.WriteLine($"the index in {settings.Index} is sound");
        return ExitCode.Done;
    }
}
