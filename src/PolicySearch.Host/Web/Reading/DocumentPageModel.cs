using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Results;
using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Reading;

/// <summary>A heading in the outline beside a document.</summary>
/// <param name="Level">2 (highest) to 6.</param>
/// <param name="Text">The heading.</param>
/// <param name="PassageId">The passage that begins with it.</param>
public sealed record OutlineEntry(int Level, string Text, string PassageId);

/// <summary>All that the page of one document shows.</summary>
public sealed record DocumentPageModel
{
    /// <summary>Passages on one page; longer documents are read in parts.</summary>
    public const int PassagesPerPart = 500;

    private const int LinkedAtMost = 12;
    private static readonly IReadOnlyList<IReadOnlyList<int>> NoMarks = [];

    /// <summary>The document.</summary>
    public required DocumentSummary Document { get; init; }

    /// <summary>Its title, or its address where it has none.</summary>
    public required IReadOnlyList<TextPiece> Title { get; init; }

    /// <summary>Its text from top to bottom.</summary>
    public required IReadOnlyList<ReadingPart> Parts { get; init; }

    /// <summary>Its headings.</summary>
    public required IReadOnlyList<OutlineEntry> Outline { get; init; }

    /// <summary>The search that led here.</summary>
    public required PageQuery Query { get; init; }

    /// <summary>Number of passages that the search found.</summary>
    public required int FoundCount { get; init; }

    /// <summary>Where the best of them are, in the order of the text.</summary>
    public required IReadOnlyList<string> BestAddresses { get; init; }

    /// <summary>Number of passages in the whole document.</summary>
    public required int PassageCount { get; init; }

    /// <summary>Who made the document, as it says itself; null where it does not.</summary>
    public required string? Creator { get; init; }

    /// <summary>What of the source could not be read, or not with certainty.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where it comes from; null where that is not known.</summary>
    public required Provenance? Provenance { get; init; }

    /// <summary>The way to the other parts of a long document.</summary>
    public required PagerModel Pager { get; init; }

    /// <summary>The page of a document.</summary>
    /// <param name="view">The document.</param>
    /// <param name="query">The search that led here.</param>
    /// <param name="found">The passages of this document that the search found, best first.</param>
    /// <param name="chosenId">The passage that the address asks for, or null.</param>
    public static DocumentPageModel Of(DocumentView view, PageQuery query, IReadOnlyList<SearchHit> found, string? chosenId)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(found);
        var marks = found.ToDictionary(hit => hit.Id, hit => hit.Highlights, StringComparer.Ordinal);
        var here = view.Passages.Select(hit => hit.Id).ToHashSet(StringComparer.Ordinal);
        var notes = view.CitedNotes.Where(note => note.Note != note.Citing).ToLookup(note => note.Citing, StringComparer.Ordinal);
        var parts = new List<ReadingPart>();
        var outline = new List<OutlineEntry>();
        var at = view.TextStart;
        int? page = null;
        foreach (var hit in view.Passages)
        {
            AddLeftOut(parts, view, at, hit.Start);

            // The page's first heading says the title already.
            HitBlock[] shown = [.. hit.Blocks.Where(block => block.Kind != "title" || !PassageLayout.IsTitle(hit, block))];
            var blocks = PassageLayout.Of(hit, shown, marks.GetValueOrDefault(hit.Id, NoMarks));
            parts.Add(new ReadingPassage(hit.Id, hit.Id == chosenId, marks.ContainsKey(hit.Id), hit.Page == page ? null : hit.Page, blocks) { Notes = [.. notes[hit.Id].Select(note => new NoteLinkModel(note.Label, AddressOf(note.Note)))] });
            outline.AddRange(blocks.OfType<ReadingHeading>().Select(heading => Entry(heading, hit.Id)));
            page = hit.Page;
            at = Math.Max(at, hit.End);
        }

        AddLeftOut(parts, view, at, view.TextStart + view.Text.Length);
        return new DocumentPageModel
        {
            Document = view.Document,
            Title = TextPieces.Of(view.Document.Title ?? view.Document.Source, view.Document.Language),
            Parts = parts,
            Outline = outline,
            Query = query,
            FoundCount = found.Count,
            BestAddresses = [.. found.Take(LinkedAtMost).OrderBy(hit => hit.Start).Select(hit => AddressOf(hit.Id))],
            PassageCount = view.Total,
            Creator = view.Creator,
            Notes = view.Notes,
            Provenance = view.Provenance,
            Pager = PagerModel.Of(
                (view.Offset / PassagesPerPart) + 1,
                (int)PagerModel.PageCount(view.Total, PassagesPerPart),
                part => query.PartAddress(view.Document.Id, part)),
        };

        string AddressOf(string passageId) => here.Contains(passageId) ? "#" + passageId : query.PassageAddress(view.Document.Id, passageId);
    }

    private static void AddLeftOut(List<ReadingPart> parts, DocumentView view, int start, int end)
    {
        if (start < end && LeftOutText.Of(view.Text[(start - view.TextStart)..(end - view.TextStart)]) is { } leftOut)
        {
            parts.Add(new LeftOut(leftOut));
        }
    }

    private static OutlineEntry Entry(ReadingHeading heading, string passageId) =>
        new(heading.Level, Spacing.Collapse(string.Concat(heading.Pieces.Select(piece => piece.Text))), passageId);
}
