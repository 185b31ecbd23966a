using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service.Doctoring;

namespace PolicySearch.Host.Commands;

/// <summary><c>doctor [--index DIR] [--json]</c>.</summary>
internal sealed class DoctorCommand(CommandContext context)
{
    private readonly Option<string?> _index = CommonOptions.Index();
    private readonly Option<bool> _json = CommonOptions.Json();

    public Command Build()
    {
        var command = new Command("doctor", "Says which programs are there that formats need, and whether index, sources and disk are in order.") { _index, _json };
        command.SetAction((call, cancellationToken) => Task.Run(() => Run(call, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, _index);
        var diagnosis = new Doctor(settings.Index, settings.Extraction).Look(settings.Sources, cancellationToken);
        if (call.GetValue(_json))
        {
            context.Out.WriteLine(HostJson.Line(diagnosis));
        }
        else
        {
            Print(diagnosis);
        }

        return diagnosis.Ok ? ExitCode.Done : ExitCode.Failed;
    }

    private void Print(Diagnosis diagnosis)
    {
        var width = diagnosis.Findings.Max(finding => finding.Name.Length);
        foreach (var finding in diagnosis.Findings)
        {
            var fix = finding.Fix is { } command ? $"; {command}" : "";
            context.Out.WriteLine($"{(finding.Ok ? "ok   " : "FAULT")}  {finding.Name.PadRight(width)}  {finding.Detail}{fix}");
        }

        if (diagnosis.Fix is { } all)
        {
            context.Out.WriteLine($"to install what is missing: {all}");
        }
    }
}
