using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Reading;

/// <summary>Lays out the blocks of one passage: items come together as lists, cells as rows.</summary>
public static class PassageLayout
{
    private const int HighestLevel = 2;
    private const int LowestLevel = 6;
    private const string ListItem = "list-item";
    private const string TableCell = "table-cell";

    /// <summary>The blocks of a passage in reading order.</summary>
    /// <param name="hit">The passage.</param>
    /// <param name="blocks">Those of its blocks that are to be laid out, in order.</param>
    /// <param name="marks">[start, end) in the passage's text, sorted.</param>
    public static IReadOnlyList<ReadingBlock> Of(SearchHit hit, IReadOnlyList<HitBlock> blocks, IReadOnlyList<IReadOnlyList<int>> marks)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(blocks);
        var laid = new List<ReadingBlock>();
        for (var i = 0; i < blocks.Count;)
        {
            var kind = blocks[i].Kind;
            var end = i + 1;
            while (kind is ListItem or TableCell && end < blocks.Count && blocks[end].Kind == kind)
            {
                end++;
            }

            HitBlock[] run = [.. blocks.Skip(i).Take(end - i)];
            laid.Add(kind switch
            {
                "title" or "heading" => new ReadingHeading(Level(run[0], hit), Pieces(hit, run[0], marks)),
                ListItem => new ReadingList([.. run.Select(block => Pieces(hit, block, marks))]),
                TableCell => new ReadingTable(Rows(hit, run, marks)),
                _ => new ReadingText(kind, Pieces(hit, run[0], marks)),
            });
            i = end;
        }

        return laid;
    }

    /// <summary>A block's text.</summary>
    /// <param name="hit">The passage.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="marks">[start, end) in the passage's text, sorted.</param>
    public static IReadOnlyList<TextPiece> Pieces(SearchHit hit, HitBlock block, IReadOnlyList<IReadOnlyList<int>> marks)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(block);
        return TextPieces.Cut(hit.Text, block.Start - hit.Start, block.End - hit.Start, marks, hit.Document.Language);
    }

    /// <summary>A block's text with white space collapsed, to compare it with a title or heading.</summary>
    public static string Collapsed(SearchHit hit, HitBlock block)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(block);
        return Spacing.Collapse(hit.Text[(block.Start - hit.Start)..(block.End - hit.Start)]);
    }

    /// <summary>Whether a block says what the document's title says.</summary>
    public static bool IsTitle(SearchHit hit, HitBlock block) =>
        hit?.Document.Title is { } title && Collapsed(hit, block) == Spacing.Collapse(title);

    /// <summary>
    /// Rows and cells are told apart by what the text has between two blocks: a line end begins a row, a tab, a bar or a wide gap
    /// a cell, and anything else (markup) only a paragraph of the same cell.
    /// </summary>
    private static List<IReadOnlyList<ReadingCell>> Rows(SearchHit hit, HitBlock[] cells, IReadOnlyList<IReadOnlyList<int>> marks)
    {
        var rows = new List<List<List<IReadOnlyList<TextPiece>>>>();
        for (var i = 0; i < cells.Length; i++)
        {
            var between = i == 0 ? "\n" : hit.Text.AsSpan(cells[i - 1].End - hit.Start, Math.Max(0, cells[i].Start - cells[i - 1].End));
            if (between.Contains('\n'))
            {
                rows.Add([[]]);
            }
            else if (between.ContainsAny('\t', '|') || (between.Length > 1 && between.IsWhiteSpace()))
            {
                rows[^1].Add([]);
            }

            rows[^1][^1].Add(Pieces(hit, cells[i], marks));
        }

        return rows.ConvertAll(IReadOnlyList<ReadingCell> (row) => row.ConvertAll(cell => new ReadingCell(cell)));
    }

    /// <summary>A heading's level is its place in the path of headings.</summary>
    private static int Level(HitBlock block, SearchHit hit)
    {
        var heading = Collapsed(hit, block);
        var depth = hit.Heading.ToList().FindIndex(candidate => Spacing.Collapse(candidate) == heading);
        return Math.Clamp(HighestLevel + (depth < 0 ? hit.Heading.Count - 1 : depth), HighestLevel, LowestLevel);
    }
}
