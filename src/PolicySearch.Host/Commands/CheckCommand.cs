using System.CommandLine;

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
        return NoIndex.Report(context, settings);
    }
}
