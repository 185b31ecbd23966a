using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Makes a document of pages: running lines apart, regions in reading order, paragraphs, and what each of them is.</summary>
internal static class PdfStructure
{
    private const int UnitsForDate = 12;

    /// <summary>The document.</summary>
    /// <param name="pages">Its pages as they are set.</param>
    /// <param name="info">What the file says of itself.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="cancellationToken">Cancels between pages.</param>
    public static Document Read(IReadOnlyList<PdfPage> pages, PdfInfo info, string mediaType, CancellationToken cancellationToken)
    {
        var running = RunningLines.Find(pages);
        var compounds = Compounds(pages);
        var draft = NewDraft(pages, running);
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddPage(draft, page, running, compounds.Contains);
        }

        PdfNotes.Mark(draft);
        PdfHeadings.Mark(draft, info.Title, info.Outline);
        PdfNotes.MarkReferences(draft);
        PdfContinuations.Join(draft, compounds.Contains);
        var (text, blocks) = PdfTextBuilder.Build(draft);
        var title = draft.Units.Find(unit => unit.Kind == BlockKind.Title);
        return new Document
        {
            Title = title is null ? info.Title : Whitespace.Collapse(title.Text),
            Creator = info.Creator,
            Published = DateOf(draft) ?? info.Created,
            Language = DocumentLanguage.Of(text),
            MediaType = mediaType,
            Text = text,
            Blocks = blocks,
        };
    }

    private static string? DateOf(PdfDraft draft) =>
        draft.Units.Where(unit => unit.Kind != BlockKind.Boilerplate && unit.Rows is null).Take(UnitsForDate).Select(unit => PublicationDates.Find(unit.Text)).FirstOrDefault(date => date is not null);

    private static PdfDraft NewDraft(IReadOnlyList<PdfPage> pages, HashSet<PdfLine> running)
    {
        var sizes = new Dictionary<double, int>();
        var balance = 0L;
        foreach (var line in pages.SelectMany(page => page.Lines).Where(line => !running.Contains(line)))
        {
            var size = Math.Round(line.Size * 2) / 2;
            sizes[size] = sizes.GetValueOrDefault(size) + line.Text.Length;
            balance += line.IsBold ? line.Text.Length : -line.Text.Length;
        }

        var isOcr = pages.Count(page => page.Confidence is not null) * 2 > pages.Count;
        return new PdfDraft([], BodySize(sizes, isOcr), balance > 0, isOcr);
    }

    // Of guessed sizes the middle one, as none comes often.
    private static double BodySize(Dictionary<double, int> sizes, bool isOcr)
    {
        if (!isOcr || sizes.Count == 0)
        {
            return sizes.Count == 0 ? 10 : sizes.MaxBy(pair => pair.Value).Key;
        }

        var half = sizes.Values.Sum() / 2;
        return sizes.OrderBy(pair => pair.Key).First(pair => (half -= pair.Value) <= 0).Key;
    }

    private static void AddPage(PdfDraft draft, PdfPage page, HashSet<PdfLine> running, Func<string, bool> isCompound)
    {
        foreach (var line in TextRows.Of(page.Lines.Where(line => running.Contains(line) && line.Box.MiddleY < page.Height / 2)))
        {
            Add(draft, page, [line], isCompound, BlockKind.Boilerplate);
        }

        var body = VerticalText.Turn(page with { Lines = [.. page.Lines.Where(line => !running.Contains(line))] }, out var across);
        PageRegions.Read(across).ForEach(region => AddRegion(draft, page, region, isCompound));
        PageRegions.Read(body.Lines).ForEach(region => AddRegion(draft, body, region, isCompound));

        foreach (var line in TextRows.Of(page.Lines.Where(line => running.Contains(line) && line.Box.MiddleY >= page.Height / 2)))
        {
            Add(draft, page, [line], isCompound, BlockKind.Boilerplate);
        }
    }

    private static void AddRegion(PdfDraft draft, PdfPage page, PageRegion region, Func<string, bool> isCompound)
    {
        if (!region.IsTable)
        {
            var number = draft.Units.Count;
            foreach (var lines in new ColumnParagraphs(draft, TextRows.Of(region.Lines)).Read())
            {
                Add(draft, page, lines, isCompound, null, number);
            }

            return;
        }

        var rows = TableRows.Cells(region, isCompound);
        draft.Units.Add(new PdfUnit
        {
            Page = page.Number,
            Lines = region.Lines,
            Region = draft.Units.Count,
            Boxes = [page.BoxOf(region.Lines)],
            Rows = rows,
            BoxOfCell = cell => page.BoxOf(cell.Lines),
            Text = string.Join('\n', rows.Select(row => string.Join('\t', row.Select(cell => cell.Text)))),
        });
    }

    private static void Add(PdfDraft draft, PdfPage page, List<PdfLine> lines, Func<string, bool> isCompound, BlockKind? kind, int region = -1)
    {
        var text = LineText.Join(lines.Select(line => line.Text), isCompound);
        if (!string.IsNullOrWhiteSpace(text))
        {
            draft.Units.Add(new PdfUnit { Page = page.Number, Lines = lines, Region = region, Boxes = [page.BoxOf(lines)], Kind = kind, Text = Whitespace.Collapse(text), Height = lines[0].Box.MiddleY / page.Height });
        }
    }

    // Words with a hyphen inside a line: "long-term".
    private static HashSet<string> Compounds(IReadOnlyList<PdfPage> pages)
    {
        var compounds = new HashSet<string>();
        foreach (var word in pages.SelectMany(page => page.Lines).SelectMany(line => line.Words))
        {
            var text = word.Text.TrimEnd('.', ',', ';', ':', ')', '”');
            if (text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen < text.Length - 1)
            {
                compounds.Add(text);
            }
        }

        return compounds;
    }
}
