using System.CommandLine;
using System.Globalization;
using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Commands;

/// <summary><c>ingest [PATH…] [--include PATTERN…] [--exclude PATTERN…] [--follow-links BOOL] [--index DIR] [--authority FILE…] [--rebuild] [--wait SECONDS] [--json]</c>.</summary>
internal sealed class IngestCommand(CommandContext context)
{
    /// <summary>A file written to within this time may still be growing.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    /// <summary>How long to wait for such files.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Source roots: folders (or NAME=FOLDER), remembered in the index; a single file below one. Without: all remembered roots, or seeds for a new index.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _index = CommonOptions.Index();
    private readonly Option<string?> _wait = CommonOptions.Wait();
    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "Read everything into a new index that replaces the old one when complete." };
    private readonly Option<string[]> _authority = CommonOptions.Authority("those that the index remembers");
    private readonly SelectionOptions _selection = new();
    private readonly Option<bool> _json = CommonOptions.Json();

    public Command Build()
    {
        var command = new Command("ingest", "Brings the index in step with its sources.") { _paths, _index, _authority, _rebuild, _wait, _json };
        _selection.AddTo(command);
        command.SetAction((call, cancellationToken) => Task.Run(() => Run(call, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, _index, _wait, _authority);
        IndexFolder.EnsureWritable(settings.Index);
        using var services = context.Services(settings);
        var named = call.GetValue(_paths) ?? [];
        var request = new IngestionRequest
        {
            Paths = named.Length > 0 ? named : settings.Sources,
            Selection = _selection.Of(call),
            Authority = settings.Authority,
            Rebuild = call.GetValue(_rebuild),
            RetryFailed = true,
            Settle = Settle,
            Patience = Patience,
            Wait = settings.Wait,
        };
        var report = Show(services, ingestor => ingestor.Run(request, cancellationToken));
        foreach (var message in report.Messages)
        {
            context.Error.WriteLine(message);
        }

        if (report.Pending > 0)
        {
            context.Error.WriteLine($"{report.Pending} {(report.Pending == 1 ? "file is" : "files are")} still being written; the next ingest reads what is complete");
        }

        Print(report, call.GetValue(_json));
        return context.Report(report.Failed);
    }

    /// <summary>Shows progress on a terminal, or logs it.</summary>
    private IngestionReport Show(ServiceProvider services, Func<Ingestor, IngestionReport> run)
    {
        var ingestor = services.GetRequiredService<Ingestor>();
        if (context.Terminal is { } terminal)
        {
            return ProgressBar.Show(terminal, ingestor, () => run(ingestor));
        }

        using var log = new ProgressLog(ingestor, services.GetRequiredService<ILogger<IngestCommand>>(), services.GetRequiredService<TimeProvider>());
        return run(ingestor);
    }

    private void Print(IngestionReport report, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(HostJson.Line(report));
            return;
        }

        var seconds = report.Seconds.ToString("0.0", CultureInfo.InvariantCulture);
        var noted = report.Notes.Count == 0 ? "" : $"; {report.Notes.Count} {(report.Notes.Count == 1 ? "note" : "notes")} on what could not be read";
        var written = report.Committed ? "" : "; nothing to do, nothing written";
        context.Out.WriteLine(
            $"{report.Added} added, {report.Updated} updated, {report.Removed} removed, {report.Unchanged} unchanged, {report.Failed.Count} failed; {report.Passages} passages in the index ({seconds} s){noted}{written}");
        foreach (var note in report.Notes)
        {
            context.Error.WriteLine($"note: {note.Source}: {note.Note}");
        }
    }
}
