using System.Globalization;
using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>Walks the body of a Word document and builds text and blocks. A note follows the block that refers to it.</summary>
internal sealed class WordReader
{
    private readonly BlockTextBuilder _builder;
    private readonly WordStyles _styles;
    private readonly WordRunReader _runs;
    private readonly Dictionary<(bool IsEndnote, string Id), XElement> _notes = [];
    private readonly Dictionary<(bool IsEndnote, string Id), int> _numbers = [];
    private readonly Queue<(bool IsEndnote, string Id)> _waiting = new();
    private readonly CancellationToken _cancellationToken;
    private int _tables;

    /// <summary>Makes a reader.</summary>
    /// <param name="builder">Takes text and blocks.</param>
    /// <param name="styles">The document's styles.</param>
    /// <param name="footnotes">The part with footnotes, or null.</param>
    /// <param name="endnotes">The part with endnotes, or null.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public WordReader(BlockTextBuilder builder, WordStyles styles, XElement? footnotes, XElement? endnotes, CancellationToken cancellationToken)
    {
        _builder = builder;
        _styles = styles;
        _cancellationToken = cancellationToken;
        _runs = new WordRunReader(builder) { MarkOf = (isEndnote, id) => Mark((isEndnote, id)) };
        AddNotes(footnotes, isEndnote: false);
        AddNotes(endnotes, isEndnote: true);
    }

    /// <summary>Reads a body.</summary>
    public void Read(XElement body)
    {
        foreach (var element in body.Elements())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ReadBlock(element, null);
            ReadWaitingNotes();
        }

        _builder.Notes.Count("note to which nothing refers was left out", "notes to which nothing refers were left out", _notes.Values.Count(HasText));
    }

    private static bool HasText(XElement note) => note.All("t").Any(text => !string.IsNullOrWhiteSpace(text.Value));

    private void AddNotes(XElement? part, bool isEndnote)
    {
        foreach (var note in part?.Elements() ?? [])
        {
            // Those with a type are the rules between text and notes.
            if (note.Value("type") is null or "normal" && note.Value("id") is { } id)
            {
                _notes.TryAdd((isEndnote, id), note);
            }
        }
    }

    private void ReadBlock(XElement element, BlockKind? kind)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                ReadParagraph(element, kind);
                break;
            case "tbl":
                ReadTable(element, kind);
                break;
            case "sdt" when element.Path("sdtPr", "docPartObj", "docPartGallery")?.Value("val") == "Table of Contents":
                ReadAll(element.Child("sdtContent"), BlockKind.Contents);
                break;
            case "altChunk":
                _builder.Notes.Count("part that was inserted from another file was not read", "parts that were inserted from other files were not read");
                break;
            case "del" or "moveFrom" or "sectPr" or "Fallback":
                break;
            case "sdt" or "sdtContent" or "ins" or "moveTo" or "customXml" or "smartTag" or "AlternateContent" or "Choice":
                ReadAll(element, kind);
                break;
        }
    }

    private void ReadAll(XElement? container, BlockKind? kind)
    {
        foreach (var element in container?.Elements() ?? [])
        {
            ReadBlock(element, kind);
        }
    }

    private void ReadParagraph(XElement paragraph, BlockKind? kind)
    {
        var form = kind is { } settled ? new ParagraphForm(settled, 0) : _styles.Of(paragraph);
        _runs.Read(paragraph);
        if (_builder.End(form.Kind) is { } block)
        {
            _builder.Replace(block with { Level = form.Level });
        }

        foreach (var note in _runs.TakeNotes())
        {
            _waiting.Enqueue(note);
        }

        foreach (var box in _runs.TakeBoxes())
        {
            ReadAll(box, kind);
        }
    }

    private void ReadTable(XElement table, BlockKind? kind)
    {
        var rows = table.Descendants().Where(element => element.Name.LocalName == "tr" && Table(element) == table).ToList();
        var isData = kind is null && rows.Count > 1 && rows.Exists(row => Cells(row).Count > 1);
        if (!isData)
        {
            // One row or one column lays out the page.
            rows.SelectMany(Cells).ToList().ForEach(cell => ReadAll(cell, kind));
            return;
        }

        var hasMarked = rows.Exists(IsMarkedHeader);
        var cells = new TableCells(_builder.Blocks, _tables++);
        for (var row = 0; row < rows.Count; row++)
        {
            cells.BeginRow(hasMarked ? IsMarkedHeader(rows[row]) : row == 0);
            var column = rows[row].Path("trPr", "gridBefore")?.Number("val", 0) ?? 0;
            foreach (var cell in Cells(rows[row]))
            {
                var first = _builder.Blocks.Count;
                ReadAll(cell, BlockKind.TableCell);
                var width = Math.Clamp(cell.Path("tcPr", "gridSpan")?.Number("val", 1) ?? 1, 1, 1000);
                cells.EndCell(first, column, width);
                column += width;
            }
        }
    }

    private static XElement? Table(XElement row)
    {
        var at = row.Parent;
        while (at is not null && at.Name.LocalName != "tbl")
        {
            at = at.Parent;
        }

        return at;
    }

    private static List<XElement> Cells(XElement row) =>
        [.. row.Elements().SelectMany(child => child.Name.LocalName == "sdt" ? child.Child("sdtContent")?.Elements() ?? [] : [child]).Where(child => child.Name.LocalName == "tc")];

    private static bool IsMarkedHeader(XElement row) => row.Path("trPr", "tblHeader") is { } mark && mark.Value("val") is not ("0" or "false");

    private string Mark((bool IsEndnote, string Id) note)
    {
        if (!_notes.ContainsKey(note))
        {
            return "";
        }

        _numbers.TryAdd(note, _numbers.Count + 1);
        return string.Create(CultureInfo.InvariantCulture, $"[{_numbers[note]}]");
    }

    // A note may refer to a note; each is read once.
    private void ReadWaitingNotes()
    {
        while (_waiting.TryDequeue(out var note))
        {
            if (_notes.Remove(note, out var element))
            {
                _builder.Add($"[{_numbers[note]}] ", preformatted: false);
                ReadAll(element, BlockKind.Footnote);
            }
        }
    }
}
