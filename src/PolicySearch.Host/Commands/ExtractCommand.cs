using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Commands;

/// <summary><c>extract PATH… [--authority FILE…] [--format text|jsonl|document] [--explain]</c>.</summary>
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

    private readonly Option<bool> _explain = new("--explain") { Description = "Show which rule, or which entry of which file, made each tag." };

    public Command Build()
    {
        var command = new Command("extract", "Reads documents and shows their passages and tags, without an index.") { _paths, _authority, _format, _explain };
        command.SetAction((call, cancellationToken) => Task.Run(() => Run(call, cancellationToken), cancellationToken));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, authority: _authority);
        using var services = context.Services(settings);
        var reading = services.GetRequiredService<Func<UserAuthority, SourceReading>>()(UserAuthority.Read(settings.Authority ?? []));
        var format = call.GetValue(_format);
        var explain = call.GetValue(_explain);
        if (explain && format == "document")
        {
            throw new SettingException("--explain is of no use with --format document, which shows no tags; use text or jsonl");
        }

        var status = ExitCode.Done;
        foreach (var result in ExtractionRun.Extract(call.GetRequiredValue(_paths), reading, TimeProvider.System, cancellationToken))
        {
            if (result.Document is null)
            {
                context.Error.WriteLine($"failed: {result.Doc}: {result.Reason}");
                status = ExitCode.Failed;
                continue;
            }

            foreach (var note in result.Document.Document.Notes)
            {
                context.Error.WriteLine($"note: {result.Doc}: {note}");
            }

            foreach (var line in Lines(result, format, explain))
            {
                context.Out.WriteLine(line);
            }

            context.Out.Flush();
        }

        return status;
    }

    private static IEnumerable<string> Lines(ExtractionResult result, string? format, bool explain) => format switch
    {
        "jsonl" when explain => ExtractedPassageLine.Of(result.Doc, result.Document!).Zip(result.Document!.Passages, ExplainedTags.Line),
        "jsonl" => ExtractedPassageLine.Of(result.Doc, result.Document!).Select(HostJson.Line),
        "document" => [HostJson.Line(ExtractedDocumentLine.Of(result.Doc, result.Document!.Document))],
        _ => TextLines(result, explain),
    };

    private static IEnumerable<string> TextLines(ExtractionResult result, bool explain)
    {
        var document = result.Document!.Document;
        yield return $"== {result.Doc}: {document.Title ?? "(no title)"}";
        foreach (var (_, passage, mentions) in result.Document.Passages)
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

            foreach (var mention in explain ? mentions : [])
            {
                yield return ExplainedTags.Text(mention, document);
            }
        }

        yield return "";
    }
}
