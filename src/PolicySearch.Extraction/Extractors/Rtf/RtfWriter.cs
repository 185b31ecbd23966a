using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Office;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>Makes blocks of the paragraphs, cells and notes of an RTF document.</summary>
internal sealed class RtfWriter
{
    private readonly BlockTextBuilder _builder = new();
    private readonly Queue<string> _notes = new();
    private readonly StringBuilder _note = new();
    private TableCells? _table;
    private int _tables;
    private int _noteCount;
    private int _column;
    private int _first;
    private bool _inRow;

    /// <summary>Names of styles by their numbers.</summary>
    public Dictionary<int, string> Styles { get; } = [];

    /// <summary>Text and blocks.</summary>
    public BlockTextBuilder Builder => _builder;

    /// <summary>Adds text to the paragraph, or to the note that is open.</summary>
    public void Add(string text, bool isNote)
    {
        if (isNote)
        {
            _note.Append(text);
        }
        else
        {
            _builder.Add(text, preformatted: false);
        }
    }

    /// <summary>Begins a note: its mark goes into the text.</summary>
    public void BeginNote()
    {
        _note.Clear();
        _builder.Add($"[{++_noteCount}]", preformatted: false);
    }

    /// <summary>Ends the note; its text follows the paragraph.</summary>
    public void EndNote()
    {
        if (_note.Length > 0)
        {
            _notes.Enqueue($"[{_noteCount}] {_note}");
            _note.Clear();
        }
    }

    /// <summary>A line break in a paragraph or note.</summary>
    public void Break(bool isNote)
    {
        if (isNote)
        {
            _note.Append(' ');
        }
        else
        {
            _builder.Break();
        }
    }

    /// <summary>Ends a paragraph.</summary>
    public void EndParagraph(RtfState state)
    {
        if (state.InTable)
        {
            BeginCell();
            _builder.End(BlockKind.TableCell);
            return;
        }

        _table = null;
        _inRow = false;
        var form = FormOf(state);
        if (_builder.End(form.Kind) is { } block)
        {
            _builder.Replace(block with { Level = form.Level });
        }

        AddNotes();
    }

    /// <summary>Ends a cell, and its last paragraph with it.</summary>
    public void EndCell()
    {
        BeginCell();
        _builder.End(BlockKind.TableCell);
        _table!.EndCell(_first, _column++, width: 1);
        _first = _builder.Blocks.Count;
    }

    /// <summary>Ends a row.</summary>
    public void EndRow()
    {
        if (_inRow)
        {
            _table!.EndCell(_first, _column, width: 1);
        }

        _inRow = false;
    }

    /// <summary>Ends the document.</summary>
    public void End(RtfState state)
    {
        EndRow();
        EndParagraph(state with { InTable = false });
    }

    private void BeginCell()
    {
        if (_inRow)
        {
            return;
        }

        var isHeader = _table is null;
        _table ??= new TableCells(_builder.Blocks, _tables++);
        _table.BeginRow(isHeader);
        _inRow = true;
        _column = 0;
        _first = _builder.Blocks.Count;
    }

    private ParagraphForm FormOf(RtfState state)
    {
        if (Styles.TryGetValue(state.Style, out var name) && WordStyles.ByName(name) is { } named)
        {
            return named;
        }

        return state.Outline is > 0 and <= 6 ? new ParagraphForm(BlockKind.Heading, state.Outline)
            : state.List > 0 ? new ParagraphForm(BlockKind.ListItem, Math.Min(state.List, 6))
            : new ParagraphForm(BlockKind.Paragraph, 0);
    }

    private void AddNotes()
    {
        while (_notes.TryDequeue(out var note))
        {
            _builder.Add(note, preformatted: false);
            _builder.End(BlockKind.Footnote);
        }
    }
}
