using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Commands;

/// <summary><c>extract PATH… [--authority FILE…] [--format text|jsonl|document]</c>.</summary>
internal sealed class ExtractCommand(CommandContext context)
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, and folders with their subfolders.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "text for people, jsonl for a line a passage, document for a line a document.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "jsonl", "document");

    private readonly Option<string[]> _authority = CommonOptions.Authority("none");

    public Command Build()
    {
        var command = new Command("extract", "Reads documents and shows their passages and tags, without an index.") { _paths, _authority, _format };
        command.SetAction((call, cancellationToken) => Task.Run(() => Run(call, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, authority: _authority);
        using var services = context.Services(settings);
        var reading = services.GetRequiredService<Func<UserAuthority, SourceReading>>()(UserAuthority.Read(settings.Authority ?? []));
        var format = call.GetValue(_format);
        var status = ExitCode.Done;
        foreach (var result in ExtractionRun.Extract(call.GetRequiredValue(_paths), reading, TimeProvider.System, cancellationToken))
        {
            if (result.Document is null)
            {
                context.Error.WriteLine($"failed: {result.Doc}: {result.Reason}");
                status = ExitCode.Failed;
                continue;
            }

            foreach (var line in Lines(result, format))
            {
                context.Out.WriteLine(line);
            }

            context.Out.Flush();
        }

        return status;
    }

    private static IEnumerable<string> Lines(ExtractionResult result, string? format) => format switch
    {
        "jsonl" => ExtractedPassageLine.Of(result.Doc, result.Document!).Select(HostJson.Line),
        "document" => [HostJson.Line(ExtractedDocumentLine.Of(result.Doc, result.Document!.Document))],
        _ => TextLines(result),
    };

    private static IEnumerable<string> TextLines(ExtractionResult result)
    {
        var document = result.Document!.Document;
        yield return $"== {result.Doc}: {document.Title ?? "(no title)"}";
        foreach (var (_, passage, _) in result.Document.Passages)
        {
            yield return "";
            if (passage.Heading.Count > 0)
            {
                yield return "# " + string.Join(" > ", passage.Heading);
            }

            foreach (var block in passage.Blocks)
            {
                yield return block.Span.Of(document.Text).ToString();
            }
        }

        yield return "";
    }
}
