using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds title, headings, paragraphs, lists, tables, notes, references and boilerplate in plain text.</summary>
/// <remarks>An ordered list of passes over the units; each settles what earlier ones left open.</remarks>
internal static class TextStructure
{
    private static readonly Action<TextDraft>[] Passes =
    [
        RunningHeads.Mark,
        BoilerplateUnits.Mark,
        ContentsPages.Mark,
        TailRegion.Mark,
        TextTables.Read,
        TitleRegion.Mark,
        NotesAndCaptions.Mark,
        DatedEntries.Mark,
        UnmarkedLists.Mark,
        TextHeadings.Mark,
        ReferenceLists.Mark,
        HeadingLevels.Assign,
    ];

    /// <summary>The document that <paramref name="text"/> is.</summary>
    public static Document Read(string text, CancellationToken cancellationToken)
    {
        var lines = TextLine.ReadAll(text);
        var labels = new LineLabels(text, lines);
        var draft = new TextDraft(text, UnitReader.Read(text, lines, labels), labels);
        foreach (var pass in Passes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pass(draft);
        }

        return new Document
        {
            Title = draft.Title,
            Published = draft.Published,
            Language = DocumentLanguage.Of(text),
            MediaType = "text/plain",
            Text = text,
            Blocks = BlocksOf(draft),
        };
    }

    private static List<Block> BlocksOf(TextDraft draft)
    {
        var blocks = new List<Block>(draft.Units.Count);
        var hasPages = draft.Text.Contains('\f', StringComparison.Ordinal);
        foreach (var unit in draft.Units)
        {
            int? page = hasPages ? unit.Page + 1 : null;
            if (unit.Cells is { } cells)
            {
                blocks.AddRange(cells.Select(cell => cell with { Page = page }));
            }
            else if (unit.Kind == BlockKind.Heading || unit.Form == UnitForm.Marked)
            {
                // The hashes of a marked heading are markup, its number belongs to it.
                var start = unit.Form == UnitForm.Marked ? unit.Span.Start + unit.Marker.Length : unit.Span.Start;
                blocks.Add(new Block(unit.Kind ?? BlockKind.Heading, new TextSpan(start, unit.Span.End)) { Level = unit.Level, Page = page });
            }
            else
            {
                blocks.Add(new Block(unit.Kind ?? DefaultKind(draft.Text, unit), unit.Span) { Level = LevelOf(unit), Page = page });
            }
        }

        return blocks;
    }

    private static BlockKind DefaultKind(string text, TextUnit unit) => unit.Form switch
    {
        UnitForm.Bullet or UnitForm.Numbered => BlockKind.ListItem,
        UnitForm.Section when char.IsLower(text[unit.Span.Start + unit.Marker.Length]) => BlockKind.ListItem,
        UnitForm.Rule => BlockKind.Boilerplate,
        _ => BlockKind.Paragraph,
    };

    private static int LevelOf(TextUnit unit) =>
        unit is { Kind: null or BlockKind.ListItem, Form: UnitForm.Bullet or UnitForm.Numbered } ? Math.Clamp(1 + (unit.Indent / 4), 1, 6) : 0;
}
