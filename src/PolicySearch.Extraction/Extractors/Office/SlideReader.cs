using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>Reads slides: titles as headings, text in the order of the shapes, tables. Dates, footers and slide numbers are left out.</summary>
/// <param name="builder">Takes text and blocks.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class SlideReader(BlockTextBuilder builder, CancellationToken cancellationToken)
{
    private int _page;
    private int _tables;

    /// <summary>Reads a slide.</summary>
    /// <param name="slide">Its part.</param>
    /// <param name="page">Its number, from 1.</param>
    public void Read(XElement slide, int page)
    {
        _page = page;
        if (slide.Path("cSld", "spTree") is not { } shapes)
        {
            return;
        }

        // The title comes first, wherever it stands among the shapes.
        var all = Shapes(shapes).ToList();
        foreach (var shape in all.Where(IsTitle).Concat(all.Where(shape => !IsTitle(shape))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadShape(shape);
        }
    }

    private static IEnumerable<XElement> Shapes(XElement group) => group.Elements().SelectMany(shape => shape.Name.LocalName switch
    {
        "grpSp" or "AlternateContent" or "Choice" => Shapes(shape),
        "sp" or "graphicFrame" => [shape],
        _ => [],
    });

    private static string? Placeholder(XElement shape) =>
        shape.Path("nvSpPr", "nvPr", "ph") is { } placeholder ? placeholder.Value("type") ?? "body" : null;

    private static bool IsTitle(XElement shape) => Placeholder(shape) is "title" or "ctrTitle";

    private void ReadShape(XElement shape)
    {
        if (shape.Name.LocalName == "graphicFrame")
        {
            var tables = shape.All("tbl").ToList();
            tables.ForEach(ReadTable);
            if (tables.Count == 0)
            {
                builder.Notes.Add($"a chart, diagram or embedded object on slide {_page} was not read");
            }

            return;
        }

        var placeholder = Placeholder(shape);
        if (placeholder is "dt" or "ftr" or "sldNum" or "hdr" || shape.Child("txBody") is not { } body)
        {
            return;
        }

        if (IsTitle(shape))
        {
            // All paragraphs of a title are one heading.
            ReadLines(body);
            End(BlockKind.Heading, 1);
            return;
        }

        foreach (var paragraph in body.Children("p"))
        {
            ReadLine(paragraph);
            var isItem = placeholder is "body" or "obj" && paragraph.Path("pPr", "buNone") is null;
            End(isItem ? BlockKind.ListItem : BlockKind.Paragraph, isItem ? Math.Clamp((paragraph.Child("pPr")?.Number("lvl", 0) ?? 0) + 1, 1, 6) : 0);
        }
    }

    private void ReadTable(XElement table)
    {
        var rows = table.Children("tr").ToList();
        var cells = new TableCells(builder.Blocks, _tables++);
        for (var row = 0; row < rows.Count; row++)
        {
            cells.BeginRow(isHeader: row == 0 && rows.Count > 1);
            var column = 0;
            foreach (var cell in rows[row].Children("tc"))
            {
                var first = builder.Blocks.Count;
                if (cell.Child("txBody") is { } body)
                {
                    ReadLines(body);
                    End(BlockKind.TableCell, 0);
                }

                cells.EndCell(first, column++, Math.Clamp(cell.Number("gridSpan", 1), 1, 1000));
            }
        }
    }

    private void ReadLines(XElement body)
    {
        foreach (var paragraph in body.Children("p"))
        {
            ReadLine(paragraph);
            builder.Break();
        }
    }

    private void ReadLine(XElement paragraph)
    {
        foreach (var run in paragraph.Elements())
        {
            if (run.Name.LocalName == "br")
            {
                builder.Break();
            }
            else if (run.Name.LocalName is "r" or "fld")
            {
                builder.Add(run.Child("t")?.Value ?? "", preformatted: false);
            }
        }
    }

    private void End(BlockKind kind, int level)
    {
        if (builder.End(kind) is { } block)
        {
            builder.Replace(block with { Level = level, Page = _page });
        }
    }
}
