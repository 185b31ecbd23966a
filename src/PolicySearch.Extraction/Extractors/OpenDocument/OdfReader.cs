using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.OpenDocument;

/// <summary>Walks the body of an OpenDocument text or presentation and builds text and blocks. A note follows the block that refers to it.</summary>
/// <param name="builder">Takes text and blocks.</param>
/// <param name="styles">The document's styles.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class OdfReader(BlockTextBuilder builder, OdfStyles styles, CancellationToken cancellationToken)
{
    private readonly OdfTextReader _text = new(builder);
    private readonly Queue<XElement> _notes = new();
    private int? _page;
    private int _tables;

    /// <summary>Reads the body of a text.</summary>
    public void ReadText(XElement body)
    {
        foreach (var element in body.Elements())
        {
            ReadBlock(element, null, 0);
            ReadNotes();
        }
    }

    /// <summary>Reads the body of a presentation: each slide is a page.</summary>
    public void ReadSlides(XElement body)
    {
        _page = 0;
        foreach (var slide in body.Children("page"))
        {
            _page++;
            var frames = slide.Elements().Where(one => one.Name.LocalName != "notes").ToList();
            foreach (var frame in frames.Where(IsTitle).Concat(frames.Where(frame => !IsTitle(frame))))
            {
                ReadBlock(frame, IsTitle(frame) ? BlockKind.Heading : null, IsTitle(frame) ? 1 : 0);
                ReadNotes();
            }
        }
    }

    private static bool IsTitle(XElement frame) => frame.Value("class") == "title";

    private void ReadBlock(XElement element, BlockKind? kind, int level)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (element.Name.LocalName)
        {
            case "h":
                ReadParagraph(element, kind ?? BlockKind.Heading, kind is null ? Math.Clamp(element.Number("outline-level", 1), 1, 6) : level);
                break;
            case "p":
                ReadParagraph(element, kind ?? KindOf(element.Value("style-name")), level);
                break;
            case "list":
                ReadAll(element, kind, kind is null or BlockKind.ListItem ? Math.Min(level + 1, 6) : level);
                break;
            case "list-item" or "list-header":
                ReadAll(element, kind ?? BlockKind.ListItem, level);
                break;
            case "table":
                ReadTable(element, kind);
                break;
            case "table-of-content" or "alphabetical-index" or "illustration-index" or "table-index" or "user-index" or "object-index":
                ReadAll(element.Child("index-body"), BlockKind.Contents, 0);
                break;
            case "bibliography":
                ReadAll(element.Child("index-body"), BlockKind.Reference, 0);
                break;
            case "object" or "object-ole":
                builder.Notes.Count("chart, formula or embedded object was not read", "charts, formulas or embedded objects were not read");
                break;
            case "tracked-changes" or "sequence-decls" or "forms" or "annotation" or "variable-decls" or "user-field-decls" or "image" or "settings":
                break;
            default:
                ReadAll(element, kind, level);
                break;
        }
    }

    private void ReadAll(XElement? container, BlockKind? kind, int level)
    {
        foreach (var element in container?.Elements() ?? [])
        {
            ReadBlock(element, kind, level);
        }
    }

    private BlockKind KindOf(string? style) =>
        styles.Is(style, "Title") ? BlockKind.Title
        : styles.Is(style, "Caption") || styles.Is(style, "Table") || styles.Is(style, "Figure") || styles.Is(style, "Illustration") ? BlockKind.Caption
        : BlockKind.Paragraph;

    private void ReadParagraph(XElement paragraph, BlockKind kind, int level)
    {
        _text.Read(paragraph);
        if (builder.End(kind) is { } block)
        {
            builder.Replace(block with { Level = kind is BlockKind.Heading or BlockKind.ListItem ? level : 0, Page = _page });
        }

        _text.TakeNotes().ForEach(_notes.Enqueue);
        foreach (var box in _text.TakeBoxes())
        {
            ReadAll(box, kind == BlockKind.TableCell ? kind : null, 0);
        }
    }

    private void ReadTable(XElement table, BlockKind? kind)
    {
        var rows = OdfRows.Of(table);
        if (kind is not null || rows.Count < 2 || !rows.Exists(row => OdfRows.Cells(row.Row).Count() > 1))
        {
            // One row or one column lays out the page.
            rows.ForEach(row => ReadAll(row.Row, kind, 0));
            return;
        }

        var hasMarked = rows.Exists(row => row.IsHeader);
        var cells = new TableCells(builder.Blocks, _tables++);
        for (var row = 0; row < rows.Count; row++)
        {
            cells.BeginRow(hasMarked ? rows[row].IsHeader : row == 0);
            var column = 0;
            foreach (var cell in OdfRows.Cells(rows[row].Row))
            {
                var first = builder.Blocks.Count;
                ReadAll(cell, BlockKind.TableCell, 0);
                cells.EndCell(first, column, Math.Clamp(cell.Number("number-columns-spanned", 1), 1, 1000));
                column += Math.Clamp(cell.Number("number-columns-repeated", 1), 1, 1000);
            }
        }
    }

    // A note may hold a note; those come after it.
    private void ReadNotes()
    {
        while (_notes.TryDequeue(out var note))
        {
            builder.Add(OdfTextReader.Mark(note) + " ", preformatted: false);
            ReadAll(note.Child("note-body"), BlockKind.Footnote, 0);
        }
    }
}
