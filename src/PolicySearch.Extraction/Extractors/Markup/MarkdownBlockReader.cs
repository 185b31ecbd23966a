using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;
using Block = PolicySearch.Extraction.Documents.Block;
using MarkdownBlock = Markdig.Syntax.Block;

namespace PolicySearch.Extraction.Extractors.Markup;

/// <summary>Makes blocks of a parsed Markdown text, with spans into the text itself.</summary>
/// <param name="text">The text that was parsed.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class MarkdownBlockReader(string text, CancellationToken cancellationToken)
{
    private BlockKind? _entryKind;
    private bool _hasTitle;
    private int _tables;
    private int _end;

    /// <summary>The blocks so far, rising.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>What stands above the text.</summary>
    public FrontMatter FrontMatter { get; private set; }

    /// <summary>Reads a whole document.</summary>
    public void Read(MarkdownDocument document)
    {
        ReadAll(document, 0, null);

        // Markdig moves footnotes to the end of its tree; in the text they may stand anywhere.
        Blocks.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        _end = 0;
        Blocks.RemoveAll(block =>
        {
            var overlaps = block.Span.Start < _end;
            _end = overlaps ? _end : block.Span.End;
            return overlaps;
        });
        MarkdownContents.Mark(text, Blocks);
        MarkdownChronicles.Mark(text, Blocks);
    }

    private void ReadAll(ContainerBlock container, int depth, BlockKind? kind)
    {
        foreach (var block in container)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(block, depth, kind);
        }
    }

    private void Read(MarkdownBlock block, int depth, BlockKind? kind)
    {
        switch (block)
        {
            case YamlFrontMatterBlock front:
                FrontMatter = FrontMatter.Read(text.AsSpan(front.Span.Start, Math.Min(front.Span.Length, text.Length - front.Span.Start)));
                break;
            case HeadingBlock heading:
                AddHeading(heading);
                break;
            case Table table:
                ReadTable(table);
                break;
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case ListBlock list:
                ReadList(list, depth, kind);
                break;
            case ListItemBlock item:
                ReadItem(item, depth, kind);
                break;
            case DefinitionList terms:
                ReadItems(terms, depth + 1, kind);
                break;
            case Footnote note:
                ReadNote(note, depth);
                break;
            case HtmlBlock html:
                AddHtml(html, kind);
                break;
            case ContainerBlock container:
                ReadAll(container, depth, kind);
                break;
            case LeafBlock leaf:
                var span = SpanOf(leaf);
                Add(kind ?? _entryKind ?? OfItself(span), span, 0);
                break;
        }
    }

    // "Table 1. …", "¹ See the annual report."
    private BlockKind OfItself(TextSpan span) => span.Length > 0 && ListMarker.Read(span.Of(text)).Form == UnitForm.Note && text[span.Start] != '[' ? BlockKind.Footnote
        : NotesAndCaptions.IsCaption(span.Of(text)) ? BlockKind.Caption : BlockKind.Paragraph;

    private void AddHeading(HeadingBlock heading)
    {
        var span = SpanOf(heading);
        var isTitle = heading.Level == 1 && !_hasTitle && !Blocks.Exists(block => block.Kind == BlockKind.Heading);
        _hasTitle |= isTitle;
        _entryKind = ReferenceLists.KindUnder(span.Of(text));
        Add(isTitle ? BlockKind.Title : BlockKind.Heading, span, isTitle ? 0 : heading.Level);
    }

    // A list of nothing but links to places in the text is a table of contents.
    private void ReadList(ListBlock list, int depth, BlockKind? kind)
    {
        var first = Blocks.Count;
        ReadAll(list, depth + 1, kind);
        if (depth == 0 && Blocks.Count > first + 1 && Blocks[first..].TrueForAll(block => IsLinkInside(block.Span.Of(text))))
        {
            for (var i = first; i < Blocks.Count; i++)
            {
                Blocks[i] = Blocks[i] with { Kind = BlockKind.Contents, Level = 0 };
            }
        }
    }

    private static bool IsLinkInside(ReadOnlySpan<char> item) =>
        item.Contains("](#", StringComparison.Ordinal) && item[^1] == ')' && item.Count("](") == 1 && item.TrimStart("-*+0123456789.) \t")[0] == '[';

    // The note's mark stays with its first paragraph, as in plain text.
    private void ReadNote(Footnote note, int depth)
    {
        var first = Blocks.Count;
        ReadAll(note, depth, BlockKind.Footnote);
        if (first == Blocks.Count)
        {
            return;
        }

        var start = Blocks[first].Span.Start;
        var line = text.AsSpan(0, start).LastIndexOf('\n') + 1;
        if (text.AsSpan(line, start - line).TrimStart().StartsWith("[^"))
        {
            Blocks[first] = Blocks[first] with { Span = Trim(line, Blocks[first].Span.End) };
        }
    }

    // The first paragraph of an item takes the bullet or number into its span.
    private void ReadItem(ListItemBlock item, int depth, BlockKind? kind)
    {
        var first = Blocks.Count;
        ReadItems(item, depth, kind);
        if (first < Blocks.Count && item.Span.Start < Blocks[first].Span.Start && text.AsSpan(item.Span.Start, Blocks[first].Span.Start - item.Span.Start).IndexOf('\n') < 0)
        {
            Blocks[first] = Blocks[first] with { Span = Trim(item.Span.Start, Blocks[first].Span.End) };
        }
    }

    private void ReadItems(ContainerBlock container, int depth, BlockKind? kind)
    {
        var first = Blocks.Count;
        ReadAll(container, depth, kind ?? _entryKind ?? BlockKind.ListItem);
        for (var i = first; i < Blocks.Count; i++)
        {
            if (Blocks[i].Kind == BlockKind.ListItem && Blocks[i].Level == 0)
            {
                Blocks[i] = Blocks[i] with { Level = Math.Clamp(depth, 1, 6) };
            }
        }
    }

    private void ReadTable(Table table)
    {
        var number = _tables++;
        var columnHeadings = new Dictionary<int, TextSpan>();
        var rowNumber = 0;
        foreach (var row in table.OfType<TableRow>())
        {
            TextSpan? rowHeading = null;
            for (var column = 0; column < row.Count; column++)
            {
                var first = Blocks.Count;
                ReadAll((TableCell)row[column], 0, BlockKind.TableCell);
                TextSpan? span = Blocks.Count > first ? Blocks[first].Span : null;
                var isHeading = row.IsHeader || (column == 0 && row.Count > 1);
                for (var i = first; i < Blocks.Count; i++)
                {
                    Blocks[i] = Blocks[i] with
                    {
                        Table = number,
                        Row = rowNumber,
                        Column = column,
                        RowHeading = isHeading ? null : rowHeading,
                        ColumnHeading = isHeading || !columnHeadings.TryGetValue(column, out var heading) ? null : heading,
                    };
                }

                rowHeading = column == 0 ? span : rowHeading;
                if (row.IsHeader && span is { } own)
                {
                    columnHeadings[column] = own;
                }
            }

            rowNumber++;
        }
    }

    private void AddHtml(HtmlBlock html, BlockKind? kind)
    {
        if (html.Type is HtmlBlockType.ScriptPreOrStyle or HtmlBlockType.ProcessingInstruction or HtmlBlockType.CData or HtmlBlockType.DocumentType)
        {
            return;
        }

        var end = Math.Min(html.Span.End + 1, text.Length);
        var comment = html.Type == HtmlBlockType.Comment ? text.AsSpan(html.Span.Start, end - html.Span.Start).LastIndexOf("-->") : -3;
        foreach (var span in CellParagraphs.Split(text, comment < 0 && html.Type == HtmlBlockType.Comment ? end : html.Span.Start + comment + 3, end))
        {
            Add(kind ?? BlockKind.Paragraph, span, 0);
        }
    }

    private void Add(BlockKind kind, TextSpan span, int level)
    {
        if (span.Length == 0)
        {
            return;
        }

        var isOrdinary = kind is BlockKind.Paragraph or BlockKind.ListItem;
        var isBoilerplate = (isOrdinary && BoilerplatePhrases.IsBoilerplate(span.Of(text))) || (kind is BlockKind.Paragraph or BlockKind.Reference && IsMenu(span.Of(text)));
        Blocks.Add(new Block(isBoilerplate ? BlockKind.Boilerplate : kind, span) { Level = level });
    }

    private static bool IsMenu(ReadOnlySpan<char> line) => line[0] == '[' && MarkdownLinks.Plain(line) is { } plain && (MenuLines.IsMenu(plain) || MenuLines.IsShare(plain) || BoilerplatePhrases.IsBoilerplate(plain));

    // From the first inline to the last: without the hashes of a heading and the bars of a table.
    private TextSpan SpanOf(LeafBlock leaf)
    {
        if (leaf.Inline is { FirstChild: { } first } inline)
        {
            // Markdig adds links back to a note's mark, which stand nowhere in the text.
            var last = inline.LastChild;
            while (last is not null && last.Span.End < first.Span.Start)
            {
                last = last.PreviousSibling;
            }

            return Trim(Math.Max(first.Span.Start, leaf.Span.Start), (last?.Span.End ?? leaf.Span.End) + 1);
        }

        // An empty heading has a line of hashes; a code block has its fences.
        return leaf is HeadingBlock or ParagraphBlock ? default : OfCode(leaf);
    }

    private TextSpan OfCode(LeafBlock leaf)
    {
        var lines = leaf.Lines;
        if (lines.Count == 0)
        {
            return default;
        }

        var last = lines.Lines[lines.Count - 1];
        return Trim(lines.Lines[0].Position, last.Position + last.Slice.Length);
    }

    private TextSpan Trim(int start, int end) =>
        TextLine.Trim(text, Math.Clamp(start, 0, text.Length), Math.Clamp(end, Math.Clamp(start, 0, text.Length), text.Length));
}
