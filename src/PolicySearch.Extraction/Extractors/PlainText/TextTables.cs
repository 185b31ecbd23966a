using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Gathers rows to tables, over page breaks too, and makes their cells blocks.</summary>
internal static class TextTables
{
    private const int WordsOfEvent = 6;

    public static void Read(TextDraft draft)
    {
        var number = 0;
        var rows = new List<TextUnit>();
        var width = 0;
        var firstWidth = 0;
        foreach (var unit in draft.Units)
        {
            if (unit.IsBoilerplate)
            {
                continue;
            }

            if (unit.Form != UnitForm.Row || unit.Kind is not null)
            {
                number += Close(draft, rows, number);
                continue;
            }

            var row = CellSpans(draft.Text, unit);
            if (rows.Count > 0 && !Continues(unit, row, draft.Text, width) && row.Count != firstWidth)
            {
                number += Close(draft, rows, number);
            }

            width = row.Count;
            firstWidth = rows.Count == 0 ? width : firstWidth;
            rows.Add(unit);
        }

        Close(draft, rows, number);
    }

    // A page break leaves blank lines in a table; the rest of a broken row has no heading in front.
    private static bool Continues(TextUnit unit, List<TextSpan> row, string text, int width) =>
        unit.BlankBefore == 0 || row.Count == width || row[0].Of(text).IsWhiteSpace();

    private static int Close(TextDraft draft, List<TextUnit> rows, int number)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        // Rows of dashes only part the others.
        rows.FindAll(row => !HasText(draft.Of(row))).ForEach(row => row.Kind = BlockKind.Boilerplate);
        rows.RemoveAll(row => row.IsBoilerplate);
        var cellsOfRows = SpacedColumns.Align(draft.Text, rows, rows.ConvertAll(row => CellSpans(draft.Text, row)));
        if (IsChronicle(draft.Text, cellsOfRows))
        {
            rows.ForEach(row => (row.Kind, row.Level) = (BlockKind.ListItem, 1));
            rows.Clear();
            return 0;
        }

        var builder = new TableBuilder(draft.Text, number, cellsOfRows);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = builder.Cells(i);
            rows[i].Kind = cells.Count > 0 ? BlockKind.TableCell : BlockKind.Boilerplate;
            rows[i].Cells = cells.Count > 0 ? cells : null;
        }

        rows.Clear();
        return 1;
    }

    // Dates with what happened, of which half is more than a few words, are a list.
    private static bool IsChronicle(string text, List<List<TextSpan>> rows)
    {
        var sentences = 0;
        foreach (var row in rows)
        {
            if (row.Count != 2 || !DatedEntries.IsDate(row[0].Of(text).Trim()))
            {
                return false;
            }

            sentences += TextKeys.Words(row[1].Of(text)) >= WordsOfEvent ? 1 : 0;
        }

        return sentences * 2 >= rows.Count && rows.Count > 1;
    }

    private static bool HasText(ReadOnlySpan<char> row)
    {
        foreach (var c in row)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static List<TextSpan> CellSpans(string text, TextUnit unit)
    {
        var (start, end) = unit.Raw;
        var separator = text.AsSpan(start, end - start).Contains('\t') ? '\t' : '|';
        if (separator == '|' && !unit.Span.Of(text).Contains('|'))
        {
            return SpacedRows.Cells(text, unit.Span);
        }

        if (separator == '|')
        {
            start = unit.Span.Start + (text[unit.Span.Start] == '|' ? 1 : 0);
            end = unit.Span.End - (text[unit.Span.End - 1] == '|' && unit.Span.Length > 1 ? 1 : 0);
        }

        var cells = new List<TextSpan>();
        for (var from = start; ;)
        {
            var length = text.AsSpan(from, end - from).IndexOf(separator);
            var to = length < 0 ? end : from + length;
            cells.Add(new TextSpan(from, to));
            if (length < 0)
            {
                return cells;
            }

            from = to + 1;
        }
    }
}
