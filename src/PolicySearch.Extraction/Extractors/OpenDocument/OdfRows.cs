using System.Xml.Linq;

namespace PolicySearch.Extraction.Extractors.OpenDocument;

/// <summary>The rows of an OpenDocument table, whatever groups they stand in.</summary>
internal static class OdfRows
{
    /// <summary>All rows, and whether they are marked as headers.</summary>
    public static List<(XElement Row, bool IsHeader)> Of(XElement table)
    {
        var rows = new List<(XElement, bool)>();
        Add(table, isHeader: false, rows);
        return rows;
    }

    /// <summary>The cells of a row, those that another one covers too.</summary>
    public static IEnumerable<XElement> Cells(XElement row) => row.Elements().Where(cell => cell.Name.LocalName is "table-cell" or "covered-table-cell");

    private static void Add(XElement container, bool isHeader, List<(XElement Row, bool IsHeader)> rows)
    {
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "table-row":
                    rows.Add((element, isHeader));
                    break;
                case "table-header-rows":
                    Add(element, isHeader: true, rows);
                    break;
                case "table-rows" or "table-row-group":
                    Add(element, isHeader, rows);
                    break;
            }
        }
    }
}
