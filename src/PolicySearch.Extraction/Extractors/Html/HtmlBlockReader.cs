using AngleSharp.Dom;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>Walks a page's main content and builds its text and blocks.</summary>
/// <param name="content">Says what is left out.</param>
/// <param name="cancellationToken">Ends the walk.</param>
internal sealed class HtmlBlockReader(MainContent content, CancellationToken cancellationToken)
{
    private const int LongestTarget = 2000;

    private readonly BlockTextBuilder _builder = new();
    private readonly HtmlNoteMarks _marks = new(content.Root);
    private BlockKind? _entryKind;
    private bool _hasTitle;
    private int _tables;
    private int _headingLevel = 1;

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks => _builder.Blocks;

    /// <summary>The links so far.</summary>
    public IReadOnlyList<Link> Links => _builder.Links;

    /// <summary>The text so far.</summary>
    public string Text => _builder.ToString();

    /// <summary>Reads an element that stands outside the main content as the title.</summary>
    public void ReadTitle(IElement heading)
    {
        var context = new HtmlContext(BlockKind.Heading) { Level = 1, Anchor = heading.Id };
        Walk(heading, context);
        End(context);
    }

    /// <summary>Reads the main content.</summary>
    public void Read()
    {
        var context = new HtmlContext(BlockKind.Paragraph) { Anchor = content.Root.Id };
        Walk(content.Root, context);
        End(context);
    }

    /// <summary>Reads a cell of a table; the blocks are those added behind the ones there were.</summary>
    public void ReadCell(IElement cell, HtmlContext context)
    {
        context = context with { Kind = BlockKind.TableCell, Anchor = cell.Id ?? context.Anchor };
        Walk(cell, context);
        End(context);
    }

    private void Walk(IElement element, HtmlContext context)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                _builder.Add(text.Data, context.IsPreformatted);
            }
            else if (node is IElement child && !content.IsLeftOut(child))
            {
                Enter(child, string.IsNullOrEmpty(child.Id) ? context : context with { Anchor = child.Id });
            }
        }
    }

    private void Enter(IElement element, HtmlContext context)
    {
        if (context.Kind != BlockKind.TableCell && _marks.Of(element) is { } mark)
        {
            EnterNote(element, context, mark);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                EndLine(context, element);
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _headingLevel = element.LocalName[1] - '0';
                Inside(element, context, context.IsSettled ? context : context with { Kind = BlockKind.Heading, Level = _headingLevel });
                return;
            case "p" when context.Kind == BlockKind.Paragraph && _entryKind is null && BoldHeadings.Is(element):
                Inside(element, context, context with { Kind = BlockKind.Heading, Level = Math.Min(_headingLevel + 1, 6) });
                return;
            case "a" when HtmlNoteMarks.IsWayBack(element):
                return;
            case "li" or "dt" or "dd":
                Inside(element, context, context.IsSettled ? context : context with { Kind = EntryKind(element, BlockKind.ListItem), Level = Math.Max(1, context.Level) });
                return;
            case "ul" or "ol":
                Inside(element, context, context.IsSettled ? context : context with { Level = Math.Min(context.Level + 1, 6) });
                return;
            case "a" when Target(element) is { } target:
                _builder.BeginLink(target);
                EnterOther(element, context);
                _builder.EndLink();
                return;
            case "pre":
                Inside(element, context, context with { IsPreformatted = true });
                return;
            case "caption" or "figcaption":
            case "p" or "div" or "span" when HtmlElements.IsCaption(element) && !context.IsSettled:
                Inside(element, context, context with { Kind = BlockKind.Caption });
                return;
            case "table" when HtmlTable.IsData(element):
                End(context);
                HtmlTable.Read(element, this, content, context, _tables++);
                return;
            default:
                EnterOther(element, context);
                return;
        }
    }

    private void EnterNote(IElement element, HtmlContext context, string mark)
    {
        End(context);
        var note = context.IsSettled ? context : context with { Kind = EntryKind(element, _entryKind ?? BlockKind.Footnote) };
        if (!HtmlNoteMarks.HasMark(element, mark))
        {
            _builder.Add(mark + " ", preformatted: false);
        }

        Walk(element, note);
        End(note);
    }

    private void EnterOther(IElement element, HtmlContext context)
    {
        var inner = context.IsSettled ? context : context with { Kind = EntryKind(element, context.Kind) };
        if (HtmlElements.IsBlock(element))
        {
            Inside(element, context, inner);
        }
        else
        {
            Walk(element, context);
        }
    }

    private void Inside(IElement element, HtmlContext outer, HtmlContext inner)
    {
        End(outer);
        Walk(element, inner);
        End(inner);
    }

    // Places in the page itself and programs are nowhere to go from the text alone.
    private static string? Target(IElement element) =>
        element.GetAttribute("href")?.Trim() is { Length: > 0 and <= LongestTarget } target && target[0] != '#'
        && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && !target.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? target : null;

    // Two line breaks in a row part paragraphs.
    private void EndLine(HtmlContext context, IElement element)
    {
        if (element.PreviousElementSibling is { LocalName: "br" } before && string.IsNullOrWhiteSpace(TextBetween(before, element)))
        {
            End(context);
            return;
        }

        _builder.Break();
    }

    private static string? TextBetween(IElement before, IElement element) =>
        before.NextSibling == element ? null : before.NextSibling?.NextSibling == element ? before.NextSibling.TextContent : "text";

    private static BlockKind EntryKind(IElement element, BlockKind ordinary) =>
        HtmlElements.IsNotes(element) ? BlockKind.Footnote : HtmlElements.IsReferences(element) ? BlockKind.Reference : ordinary;

    private void End(HtmlContext context)
    {
        var kind = context.Kind;
        var line = _builder.Line;
        if (kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Caption && BoilerplatePhrases.IsBoilerplate(line))
        {
            _builder.Discard();
            return;
        }

        if (kind == BlockKind.Heading && context.Level == 1 && !_hasTitle)
        {
            kind = BlockKind.Title;
        }
        else if (kind is BlockKind.Paragraph or BlockKind.ListItem)
        {
            kind = _entryKind ?? (NotesAndCaptions.IsNote(line, Blocks.Count > 0 ? Blocks[^1].Kind : null) ? BlockKind.Footnote : kind);
        }

        if (_builder.End(kind) is not { } block)
        {
            return;
        }

        _hasTitle |= kind == BlockKind.Title;
        _entryKind = kind == BlockKind.Heading ? ReferenceLists.KindUnder(line) : _entryKind;
        _builder.Replace(block with
        {
            Anchor = context.Anchor,
            Level = kind is BlockKind.Heading or BlockKind.ListItem ? Math.Max(1, context.Level) : 0,
        });
    }
}
