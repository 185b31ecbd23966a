using PolicySearch.Engine.Highlighting;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Service.Duplicates;

namespace PolicySearch.Service.Search;

/// <summary>Reads hits out of one reader, under its lease.</summary>
/// <param name="reader">The reader.</param>
/// <param name="query">What to highlight; null for nothing.</param>
internal sealed class HitReader(IndexReader reader, Query? query = null)
{
    private static readonly IReadOnlyList<string> WordFields = [PassageSchema.Text, PassageSchema.Heading, PassageSchema.Title];

    private readonly Dictionary<RecordAddress, DocumentSummary> _summaries = [];

    /// <summary>A hit of a search.</summary>
    public SearchHit Read(ScoreDoc hit) => Read(reader.Segments[hit.Segment], hit.Doc, hit.Score);

    /// <summary>A hit with the hits that are copies of it.</summary>
    public SearchHit Read(HitGroup group) => Read(group.Hit) with { Duplicates = ReadCopies(group.Copies) };

    /// <summary>Copies, by source and place.</summary>
    public IReadOnlyList<DuplicatePassage> ReadCopies(IReadOnlyList<PassagePlace> places) =>
    [
        .. places.Select(place =>
            {
                var segment = reader.Segments[place.Segment];
                var tagged = PassageMapper.PassageOf(segment, place.Doc);
                return (tagged, Document: Summary(new RecordAddress(segment, segment.RecordOf(place.Doc))));
            })
            .OrderBy(copy => copy.Document.Source, StringComparer.Ordinal)
            .ThenBy(copy => copy.tagged.Passage.Ordinal)
            .Select(copy => new DuplicatePassage(copy.tagged.Id, copy.Document, copy.tagged.Passage.Page)),
    ];

    /// <summary>Some of a document's passages.</summary>
    /// <param name="document">The document.</param>
    /// <param name="offset">Number of the first, from 0.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<SearchHit> ReadSome(RecordAddress document, int offset, int count)
    {
        var (start, _) = document.Segment.DocumentsOf(document.Record);
        return [.. Enumerable.Range(start + offset, count).Select(doc => Read(document.Segment, doc, 0))];
    }

    /// <summary>Which passage of a document cites which note. In a document so long that reading all of it would take too long, only some thousand passages around those shown are looked at.</summary>
    /// <param name="document">The document.</param>
    /// <param name="offset">Number of the first passage shown, from 0.</param>
    /// <param name="count">How many are shown.</param>
    public IReadOnlyList<CitedNote> ReadNotes(RecordAddress document, int offset, int count)
    {
        var (start, end) = document.Segment.DocumentsOf(document.Record);
        var (first, last) = NoteWindow(end - start, offset, count);
        var passages = Enumerable.Range(start + first, last - first).Select(doc => PassageMapper.PassageOf(document.Segment, doc)).ToList();
        if (passages.Count == 0)
        {
            return [];
        }

        var text = document.Segment.RecordText(document.Record, 0, passages.Max(one => one.Passage.Span.End));
        return
        [
            .. NoteLinks.Find(text, [.. passages.Select(one => one.Passage)])
                .Select(link => new CitedNote(link.Label, passages[link.Citing - first].Id, passages[link.Note - first].Id)),
        ];
    }

    /// <summary>The passages in which notes are looked for: all, or as many around those shown as <see cref="SearchLimits.MaxLinkedPassages"/> allows.</summary>
    /// <returns>Number of the first, and of the one behind the last.</returns>
    internal static (int First, int End) NoteWindow(int total, int offset, int count)
    {
        var beside = Math.Max(0, SearchLimits.MaxLinkedPassages - count) / 2;
        return total <= SearchLimits.MaxLinkedPassages ? (0, total) : (Math.Clamp(offset - beside, 0, total), Math.Clamp(offset + count + beside, 0, total));
    }

    /// <summary>What answers say of a document.</summary>
    public DocumentSummary Summary(RecordAddress document)
    {
        if (!_summaries.TryGetValue(document, out var summary))
        {
            var entry = CatalogueEntry.FromBytes(document.Segment.RecordData(document.Record));
            summary = new DocumentSummary(
                document.Segment.RecordKey(document.Record), entry.Title, entry.Address, entry.Published, entry.Language);
            _summaries.Add(document, summary);
        }

        return summary;
    }

    private SearchHit Read(SegmentReader segment, int doc, float score)
    {
        var record = segment.RecordOf(doc);
        var (id, passage, mentions) = PassageMapper.PassageOf(segment, doc);
        var (start, end) = (passage.Span.Start, passage.Span.End);
        var text = segment.RecordText(record, start, end);
        var blocks = passage.Blocks.Select(HitBlock.Of).ToList();
        return new SearchHit
        {
            Id = id,
            Document = Summary(new RecordAddress(segment, record)),
            Heading = passage.Heading,
            Kind = Spelling.Of(passage.Kind),
            Page = passage.Page,
            Boxes = [.. passage.Blocks.SelectMany(block => block.Boxes)],
            Start = start,
            End = end,
            Score = score,
            Text = text,
            Blocks = blocks,
            Highlights = Highlights(text, start, blocks),
            Tags = [.. mentions.Select(mention => HitTag.Of(mention, text, start))],
        };
    }

    /// <summary>Block by block, so that nothing between blocks is marked and no phrase runs over two of them.</summary>
    private List<IReadOnlyList<int>> Highlights(string text, int start, List<HitBlock> blocks)
    {
        var result = new List<IReadOnlyList<int>>();
        if (query is null or MatchAllQuery)
        {
            return result;
        }

        foreach (var block in blocks)
        {
            var from = block.Start - start;
            foreach (var span in Highlighter.Highlight(query, PassageSchema.Schema, WordFields, text[from..(block.End - start)]))
            {
                result.Add([from + span.Start, from + span.End]);
            }
        }

        return result;
    }
}
