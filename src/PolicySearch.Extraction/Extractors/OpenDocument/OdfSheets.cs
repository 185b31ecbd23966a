using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.OpenDocument;

/// <summary>Reads the sheets of an OpenDocument spreadsheet.</summary>
internal static class OdfSheets
{
    private const int MostRepeats = 1000;

    /// <summary>Reads all sheets.</summary>
    /// <param name="body">The spreadsheet's body.</param>
    /// <param name="writer">Takes the rows.</param>
    /// <param name="notes">Takes what is left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static void Read(XElement body, SheetWriter writer, ExtractionNotes notes, CancellationToken cancellationToken)
    {
        var page = 0;
        foreach (var sheet in body.Children("table"))
        {
            writer.BeginSheet(++page, sheet.Value("name"));
            foreach (var (row, _) in OdfRows.Of(sheet))
            {
                cancellationToken.ThrowIfCancellationRequested();

                // An empty row stands for the rest of the sheet, a filled one may be there several times.
                var cells = Cells(row);
                if (cells.Count > 0 && row.Number("number-rows-repeated", 1) > MostRepeats)
                {
                    notes.Add($"a row that the sheet '{sheet.Value("name")}' repeats was read {MostRepeats} times only");
                }

                for (var times = cells.Count == 0 ? 1 : Math.Clamp(row.Number("number-rows-repeated", 1), 1, MostRepeats); times > 0; times--)
                {
                    writer.AddRow(cells);
                }
            }
        }
    }

    private static List<(int Column, string Text)> Cells(XElement row)
    {
        var cells = new List<(int, string)>();
        var column = 0;
        foreach (var cell in OdfRows.Cells(row))
        {
            var repeats = Math.Clamp(cell.Number("number-columns-repeated", 1), 1, 20_000);
            var text = string.Join('\n', cell.Children("p").Select(paragraph => Plain(paragraph)));
            for (var i = 0; i < Math.Min(repeats, MostRepeats) && !string.IsNullOrWhiteSpace(text); i++)
            {
                cells.Add((column + i, text));
            }

            column += repeats;
        }

        return cells;
    }

    private static string Plain(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText text when text.Parent?.Name.LocalName != "ruby-text" => text.Value,
        XElement { Name.LocalName: "s" or "tab" or "line-break" } => " ",
        _ => "",
    }));
}
