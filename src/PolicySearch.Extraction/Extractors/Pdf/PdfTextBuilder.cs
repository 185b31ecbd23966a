using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Writes the units down as the document's text, and makes its blocks.</summary>
internal static class PdfTextBuilder
{
    /// <summary>Text and blocks.</summary>
    public static (string Text, List<Block> Blocks) Build(PdfDraft draft)
    {
        var text = new StringBuilder();
        var spans = new List<(PdfUnit Unit, List<List<TextSpan>> Rows)>();
        var boxes = new Dictionary<int, PageBox>();
        foreach (var unit in draft.Units)
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            spans.Add((unit, unit.Rows is null ? [[Append(text, unit.Text)]] : AppendRows(text, unit, boxes)));
        }

        var whole = text.ToString();
        return (whole, Blocks(whole, spans, boxes));
    }

    private static List<Block> Blocks(string text, List<(PdfUnit Unit, List<List<TextSpan>> Rows)> spans, Dictionary<int, PageBox> boxes)
    {
        var blocks = new List<Block>();
        var table = 0;
        foreach (var (unit, rows) in spans)
        {
            if (unit.Kind == BlockKind.TableCell)
            {
                var cells = new TableBuilder(text, table++, rows);
                blocks.AddRange(Enumerable.Range(0, rows.Count).SelectMany(row => cells.Cells(row)).Select(cell => cell with { Page = unit.Page, Boxes = boxes.TryGetValue(cell.Span.Start, out var box) ? [box] : unit.Boxes }));
            }
            else
            {
                blocks.AddRange(rows.SelectMany(row => row).Where(span => span.Length > 0).Select(span => BlockOf(text, unit, span)));
            }
        }

        return blocks;
    }

    private static Block BlockOf(string text, PdfUnit unit, TextSpan span)
    {
        var isItem = unit.Kind is null && ListMarker.Read(span.Of(text)).Form is UnitForm.Bullet or UnitForm.Numbered;
        return new Block(unit.Kind ?? (isItem ? BlockKind.ListItem : BlockKind.Paragraph), span) { Level = isItem ? 1 : unit.Level, Page = unit.Page, Boxes = PageBox.Around(unit.Boxes) };
    }

    private static List<List<TextSpan>> AppendRows(StringBuilder text, PdfUnit table, Dictionary<int, PageBox> boxes)
    {
        var spans = new List<List<TextSpan>>();
        foreach (var row in table.Rows!)
        {
            text.Append(spans.Count > 0 ? "\n" : "");
            var cells = new List<TextSpan>();
            foreach (var cell in row)
            {
                text.Append(cells.Count > 0 ? "\t" : "");
                if (cell.Lines.Count > 0)
                {
                    boxes[text.Length] = table.BoxOfCell!(cell);
                }

                cells.Add(Append(text, cell.Text));
            }

            spans.Add(cells);
        }

        return spans;
    }

    private static TextSpan Append(StringBuilder text, string part)
    {
        var start = text.Length;
        text.Append(Whitespace.Collapse(part));
        return new TextSpan(start, text.Length);
    }
}
