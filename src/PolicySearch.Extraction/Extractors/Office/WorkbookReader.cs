using System.Xml;
using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>Reads the sheets of a workbook row by row, so that a large one is never in memory as a whole.</summary>
/// <param name="package">The workbook.</param>
/// <param name="writer">Takes the rows.</param>
/// <param name="notes">Takes what is left out.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class WorkbookReader(ZipPackage package, SheetWriter writer, ExtractionNotes notes, CancellationToken cancellationToken)
{
    private const int MostColumns = 16_384;

    private List<string> _strings = [];
    private NumberFormats? _formats;

    /// <summary>Reads all sheets that are shown, in the workbook's order.</summary>
    public void Read()
    {
        var main = Relations.Of(package, "", cancellationToken).ByType("/officeDocument") ?? "xl/workbook.xml";
        var workbook = package.Xml(main, cancellationToken) ?? throw new InvalidDataException("it has no workbook part");
        var relations = Relations.Of(package, main, cancellationToken);
        _strings = Strings(relations.ByType("/sharedStrings"));
        var styles = relations.ByType("/styles");
        _formats = new NumberFormats(styles is null ? null : package.Xml(styles, cancellationToken), workbook.Child("workbookPr")?.Value("date1904") is "1" or "true");
        var page = 0;
        foreach (var sheet in workbook.Child("sheets")?.Children("sheet") ?? [])
        {
            page++;
            var isShown = sheet.Value("state") is null or "visible";
            var id = sheet.Attributes().FirstOrDefault(one => one.Name.LocalName == "id" && one.Name.NamespaceName.Length > 0)?.Value;
            if (!isShown)
            {
                notes.Add($"the sheet '{sheet.Value("name")}' is hidden and was not read");
            }
            else if (relations.ById(id) is { } part && package.Has(part))
            {
                writer.BeginSheet(page, sheet.Value("name"));
                ReadSheet(part);
            }
            else
            {
                notes.Add($"the sheet '{sheet.Value("name")}' is not in the file");
            }
        }
    }

    private void ReadSheet(string part)
    {
        using var stream = package.Open(part);
        if (stream is null)
        {
            return;
        }

        using var reader = XmlTree.Reader(stream);
        var last = 0;
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
            {
                reader.Read();
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var row = (XElement)XNode.ReadFrom(reader);
            var number = row.Number("r", last + 1);
            if (number > last + 1)
            {
                writer.AddRow([]);
            }

            last = number;
            writer.AddRow(Cells(row));
        }
    }

    private List<(int Column, string Text)> Cells(XElement row)
    {
        var cells = new List<(int, string)>();
        var column = -1;
        foreach (var cell in row.Children("c"))
        {
            column = Column(cell.Value("r")) ?? column + 1;
            var text = TextOf(cell);
            if (!string.IsNullOrWhiteSpace(text))
            {
                cells.Add((Math.Min(column, MostColumns), text));
            }
        }

        return cells;
    }

    private string? TextOf(XElement cell)
    {
        var value = cell.Child("v")?.Value;
        return cell.Value("t") switch
        {
            "s" => int.TryParse(value, out var index) && index >= 0 && index < _strings.Count ? _strings[index] : null,
            "inlineStr" => cell.Child("is") is { } text ? RichText(text) : null,
            "b" => value == "1" ? "TRUE" : "FALSE",
            "str" => value,
            "e" => Error(),
            _ => value is null ? null : _formats!.Show(value, cell.Number("s", 0)),
        };
    }

    private string? Error()
    {
        notes.Count("cell holds an error of its formula and was left out", "cells hold errors of their formulas and were left out");
        return null;
    }

    private List<string> Strings(string? part)
    {
        var strings = new List<string>();
        using var stream = part is null ? null : package.Open(part);
        if (stream is null)
        {
            return strings;
        }

        using var reader = XmlTree.Reader(stream);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                cancellationToken.ThrowIfCancellationRequested();
                strings.Add(RichText((XElement)XNode.ReadFrom(reader)));
            }
            else
            {
                reader.Read();
            }
        }

        return strings;
    }

    // Without the readings of Japanese words (rPh).
    private static string RichText(XElement text) => string.Concat(text.Elements()
        .Select(part => part.Name.LocalName == "t" ? part.Value : part.Name.LocalName == "r" ? part.Child("t")?.Value : null));

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > MostColumns)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
