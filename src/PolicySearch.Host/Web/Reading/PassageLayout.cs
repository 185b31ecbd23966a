using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Reading;

/// <summary>Lays out the blocks of one passage: items come together as lists, cells as rows.</summary>
public static class PassageLayout
{
    private const int HighestLevel = 2;
    private const int LowestLevel = 6;

    /// <summary>The blocks of a passage in reading order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="hit">The passage.</param>
    /// <param name="marks">[start, end) in the passage's text, sorted.</param>
    public static IReadOnlyList<ReadingBlock> Of(string text, SearchHit hit, IReadOnlyList<IReadOnlyList<int>> marks)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hit);
        var laid = new List<ReadingBlock>();
        for (var i = 0; i < hit.Blocks.Count;)
        {
            var kind = hit.Blocks[i].Kind;
            if (kind == "title" && IsTitle(text, hit.Blocks[i], hit.Document))
            {
                // The page's first heading says it already.
                i++;
                continue;
            }

            var end = i + 1;
            while (kind is "list-item" or "table-cell" && end < hit.Blocks.Count && hit.Blocks[end].Kind == kind)
            {
                end++;
            }

            HitBlock[] run = [.. hit.Blocks.Skip(i).Take(end - i)];
            laid.Add(kind switch
            {
                "title" or "heading" => new ReadingHeading(Level(text, run[0], hit), Pieces(run[0])),
                "list-item" => new ReadingList([.. run.Select(Pieces)]),
                "table-cell" => new ReadingTable(Rows(text, run, Pieces)),
                _ => new ReadingText(kind, Pieces(run[0])),
            });
            i = end;
        }

        return laid;

        IReadOnlyList<TextPiece> Pieces(HitBlock block) =>
            TextPieces.Cut(hit.Text, block.Start - hit.Start, block.End - hit.Start, marks, hit.Document.Language);
    }

    /// <summary>
    /// Rows and cells are told apart by what the text has between two blocks: a line end begins a row, a tab a cell,
    /// and anything else (markup) only a paragraph of the same cell.
    /// </summary>
    private static List<IReadOnlyList<ReadingCell>> Rows(string text, HitBlock[] cells, Func<HitBlock, IReadOnlyList<TextPiece>> pieces)
    {
        var rows = new List<List<List<IReadOnlyList<TextPiece>>>>();
        for (var i = 0; i < cells.Length; i++)
        {
            var between = i == 0 ? "\n" : text.AsSpan(cells[i - 1].End, Math.Max(0, cells[i].Start - cells[i - 1].End));
            if (between.Contains('\n'))
            {
                rows.Add([[]]);
            }
            else if (between.Contains('\t'))
            {
                rows[^1].Add([]);
            }

            rows[^1][^1].Add(pieces(cells[i]));
        }

        return rows.ConvertAll(IReadOnlyList<ReadingCell> (row) => row.ConvertAll(cell => new ReadingCell(cell)));
    }

    /// <summary>A heading's level is its place in the path of headings.</summary>
    private static int Level(string text, HitBlock block, SearchHit hit)
    {
        var heading = Spacing.Collapse(text[block.Start..block.End]);
        var depth = hit.Heading.ToList().FindIndex(candidate => Spacing.Collapse(candidate) == heading);
        return Math.Clamp(HighestLevel + (depth < 0 ? hit.Heading.Count - 1 : depth), HighestLevel, LowestLevel);
    }

    private static bool IsTitle(string text, HitBlock block, DocumentSummary document) =>
        document.Title is { } title && Spacing.Collapse(text[block.Start..block.End]) == Spacing.Collapse(title);
}
