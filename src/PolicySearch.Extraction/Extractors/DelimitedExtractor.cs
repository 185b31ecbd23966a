using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Delimited;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads tables as text (CSV, TSV). The document's text is the decoded file; the first record of two or more values is the header.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class DelimitedExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Delimited;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var text = TextEncodings.Decode(source.Content.Span);
        TextContent.Check(text, source.Name, source.Content.Span);
        var delimiter = DelimitedText.FindDelimiter(text) ?? ',';
        return new Document
        {
            Language = DocumentLanguage.Of(text),
            MediaType = delimiter == '\t' ? "text/tab-separated-values" : "text/csv",
            Text = text,
            Blocks = Blocks(text, delimiter, source.Name, cancellationToken),
        };
    }

    private List<Block> Blocks(string text, char delimiter, string name, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        var reader = new DelimitedText(text, delimiter);
        TableCells? table = null;
        while (reader.Next() is { } record)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (blocks.Count > _limits.MaxCells)
            {
                throw new ExtractionException($"{name} has more than {_limits.MaxCells} cells; split it or raise the limit");
            }

            if (record.Count == 1 && table is null)
            {
                Add(blocks, BlockKind.Paragraph, record[0]);
                continue;
            }

            var isHeader = table is null;
            table ??= new TableCells(blocks, 0);
            table.BeginRow(isHeader);
            for (var column = 0; column < record.Count; column++)
            {
                var first = blocks.Count;
                Add(blocks, BlockKind.TableCell, record[column]);
                table.EndCell(first, column, width: 1);
            }
        }

        return blocks;
    }

    private static void Add(List<Block> blocks, BlockKind kind, TextSpan span)
    {
        if (span.Length > 0)
        {
            blocks.Add(new Block(kind, span));
        }
    }
}
