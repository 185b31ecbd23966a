using System.Text;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Builds a text block by block, with white space collapsed and a blank line between blocks.</summary>
internal sealed class BlockTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>What has been added since the last block.</summary>
    public string Line => _line.ToString().Trim();

    /// <summary>Forgets what has been added since the last block.</summary>
    public void Discard() => _line.Clear();

    /// <summary>Adds inline text; runs of white space become one space, in preformatted text line breaks stay.</summary>
    public void Add(string text, bool preformatted)
    {
        foreach (var c in text)
        {
            if (preformatted && c == '\n')
            {
                Break();
            }
            else if (!char.IsWhiteSpace(c) || c == '\u3000')
            {
                _line.Append(c);
            }
            else if (_line.Length > 0 && _line[^1] is not (' ' or '\n'))
            {
                _line.Append(' ');
            }
        }
    }

    /// <summary>Adds a line break inside a block.</summary>
    public void Break()
    {
        while (_line.Length > 0 && _line[^1] == ' ')
        {
            _line.Length--;
        }

        if (_line.Length > 0 && _line[^1] != '\n')
        {
            _line.Append('\n');
        }
    }

    /// <summary>Ends the block and returns it; null when it has no text.</summary>
    public Block? End(BlockKind kind)
    {
        var line = _line.ToString().Trim();
        _line.Clear();
        if (line.Length == 0)
        {
            return null;
        }

        if (_text.Length > 0)
        {
            _text.Append('\n');
            _text.Append(kind == BlockKind.TableCell && Blocks.Count > 0 && Blocks[^1].Kind == BlockKind.TableCell ? string.Empty : "\n");
        }

        var start = _text.Length;
        _text.Append(line);
        var block = new Block(kind, new TextSpan(start, _text.Length));
        Blocks.Add(block);
        return block;
    }

    /// <summary>Adds a text that has been read by itself, with its blocks.</summary>
    public void Append(string text, IEnumerable<Block> blocks)
    {
        _text.Append(_text.Length > 0 ? "\n\n" : "");
        var by = _text.Length;
        var tables = Blocks.Count == 0 ? 0 : Blocks.Max(block => block.Table ?? -1) + 1;
        _text.Append(text);
        foreach (var block in blocks)
        {
            Blocks.Add(block with
            {
                Span = Move(block.Span, by),
                Table = block.Table + tables,
                RowHeading = block.RowHeading is { } row ? Move(row, by) : null,
                RowGroup = block.RowGroup is { } group ? Move(group, by) : null,
                ColumnHeading = block.ColumnHeading is { } column ? Move(column, by) : null,
            });
        }
    }

    /// <summary>Replaces the block added last.</summary>
    public void Replace(Block block) => Blocks[^1] = block;

    private static TextSpan Move(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
