using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service.Verification;

namespace PolicySearch.Host.Commands;

/// <summary><c>verify [--index DIR] [--json]</c>.</summary>
internal sealed class VerifyCommand(CommandContext context)
{
    private readonly Option<string?> _index = CommonOptions.Index();
    private readonly Option<bool> _json = CommonOptions.Json();

    public Command Build()
    {
        var command = new Command("verify", "Reads the sources again and says which passages can no longer be found where they were.") { _index, _json };
        command.SetAction((call, cancellationToken) => Task.Run(() => Run(call, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, _index);
        using var services = context.Services(settings);
        var report = NoIndexException.Unless(settings, () => services.GetRequiredService<SourceVerifier>().Run(cancellationToken));
        if (call.GetValue(_json))
        {
            context.Out.WriteLine(HostJson.Line(report));
        }
        else
        {
            Print(report);
        }

        return report.Found == report.Passages ? ExitCode.Done : ExitCode.Failed;
    }

    private void Print(VerificationReport report)
    {
        foreach (var document in report.Changed)
        {
            Line($"{document.State}: {document.Source}: {document.Reason}; {document.Found} of {document.Passages} passages are where they were");
            foreach (var passage in document.Lost)
            {
                var was = new PassageSpan(passage.Page, passage.Start, passage.End);
                Line($"  {passage.Id}, {Place(was)}: {(passage.Now is { } now ? "now " + Place(now) : "gone")}");
            }
        }

        Line($"{report.Found} of {report.Passages} passages of {report.Documents} documents are where they were");
    }

    private static string Place(PassageSpan span) => (span.Page is { } page ? $"page {page} " : "") + $"[{span.Start}..{span.End}]";

    private void Line(string text) => context.Out.WriteLine(TerminalWriter.Clean(text));
}
