using System.Text;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Builds a text block by block, with white space collapsed and a blank line between blocks.</summary>
internal sealed class BlockTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private readonly List<(int Start, int End, string Target)> _lineLinks = [];
    private readonly List<Link> _links = [];
    private (int Start, string Target)? _openLink;

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>The links so far, by their place.</summary>
    public IReadOnlyList<Link> Links => _links;

    /// <summary>What of the source is not in the text.</summary>
    public ExtractionNotes Notes { get; } = new();

    /// <summary>The text so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>What has been added since the last block.</summary>
    public string Line => _line.ToString().Trim();

    /// <summary>Forgets what has been added since the last block.</summary>
    public void Discard() => ClearLine();

    /// <summary>What is added from here to <see cref="EndLink"/> is a link; links do not nest.</summary>
    /// <param name="target">Where it leads.</param>
    public void BeginLink(string target) => _openLink = (_line.Length, target);

    /// <summary>Ends the link; one over several blocks is a link in each.</summary>
    public void EndLink()
    {
        if (_openLink is { } open)
        {
            _lineLinks.Add((open.Start, _line.Length, open.Target));
            _openLink = null;
        }
    }

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
        if (line.Length == 0)
        {
            ClearLine();
            return null;
        }

        if (_text.Length > 0)
        {
            _text.Append('\n');
            _text.Append(kind == BlockKind.TableCell && Blocks.Count > 0 && Blocks[^1].Kind == BlockKind.TableCell ? string.Empty : "\n");
        }

        var start = _text.Length;
        AddLinks(start);
        ClearLine();
        _text.Append(line);
        var block = new Block(kind, new TextSpan(start, _text.Length));
        Blocks.Add(block);
        return block;
    }

    /// <summary>Adds a text that has been read by itself, with its blocks and links.</summary>
    public void Append(string text, IEnumerable<Block> blocks, IEnumerable<Link> links)
    {
        _text.Append(_text.Length > 0 ? "\n\n" : "");
        var by = _text.Length;
        var tables = Blocks.Count == 0 ? 0 : Blocks.Max(block => block.Table ?? -1) + 1;
        _text.Append(text);
        _links.AddRange(links.Select(link => link with { Span = Move(link.Span, by) }));
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

    // The places are those in the line, which loses the white space at its ends.
    private void AddLinks(int start)
    {
        var line = _line.ToString();
        var first = line.Length - line.AsSpan().TrimStart().Length;
        var open = _openLink is { } link ? [(link.Start, line.Length, link.Target)] : Array.Empty<(int, int, string)>();
        foreach (var (from, to, target) in _lineLinks.Concat(open))
        {
            // A line break takes the space before it away.
            var text = line.AsSpan(Math.Min(from, line.Length)..Math.Min(to, line.Length));
            var shown = text.Trim();
            if (shown.Length > 0)
            {
                var at = start + from + (text.Length - text.TrimStart().Length) - first;
                _links.Add(new Link(new TextSpan(at, at + shown.Length), target));
            }
        }
    }

    private void ClearLine()
    {
        _line.Clear();
        _lineLinks.Clear();
        _openLink = _openLink is { } open ? (0, open.Target) : null;
    }

    private static TextSpan Move(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
