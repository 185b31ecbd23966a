using System.Runtime.CompilerServices;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Search;

/// <summary>Reads documents out of one reader, under its lease.</summary>
internal sealed class DocumentShelf(IndexReader reader)
{
    private static readonly ConditionalWeakTable<IndexReader, RecordAddress[]> Sorted = [];

    /// <summary>Some of the documents, by source.</summary>
    public DocumentList List(ListRange range)
    {
        // To sort them all of them are read, so this is done once a commit.
        var records = Sorted.GetValue(reader, static reader => [.. Documents(reader).OrderBy(SourceOf, StringComparer.Ordinal)]);
        var hits = new HitReader(reader);
        return new DocumentList(records.Length, [.. records.Skip(range.Offset).Take(range.Limit).Select(hits.Summary)]);
    }

    /// <summary>How many documents there are.</summary>
    public static int Count(IndexReader reader) => Documents(reader).Count();

    /// <summary>What answers say of a document, or null.</summary>
    /// <param name="id">Its id, or its address.</param>
    public DocumentSummary? Summary(string id) => Find(id) is { } record ? new HitReader(reader).Summary(record) : null;

    /// <summary>A part of a document, or null.</summary>
    /// <param name="id">Its id, or its address.</param>
    /// <param name="range">Which of its passages.</param>
    public DocumentView? View(string id, ListRange range)
    {
        if (Find(id) is not { } record)
        {
            return null;
        }

        var (segment, number) = record;
        var (first, end) = segment.DocumentsOf(number);
        var total = end - first;
        var offset = Math.Min(OffsetOf(record, range), total);
        var count = Math.Min(range.Limit, total - offset);
        var hits = new HitReader(reader);
        var entry = CatalogueEntry.FromBytes(segment.RecordData(number));
        var textStart = offset == 0 ? 0 : EndOf(segment, first + offset - 1);
        var textEnd = offset + count == total ? segment.RecordTextLength(number) : EndOf(segment, first + offset + count - 1);
        return new DocumentView(
            hits.Summary(record),
            entry.MediaType ?? "text/plain",
            segment.RecordText(number, textStart, textEnd),
            hits.ReadSome(record, offset, count))
        {
            TextStart = textStart,
            Total = total,
            Offset = offset,
            Notes = entry.Notes ?? [],
            Creator = entry.Creator,
            Provenance = Provenance.Of(entry),
            CitedNotes = hits.ReadNotes(record, offset, count),
        };
    }

    private RecordAddress? Find(string id) => id.Length == 0 || PassageMapper.IsNoDocument(id)
        ? null
        : reader.FindRecord(id) ?? reader.FindRecord(PassageIds.ForDocument(id));

    /// <summary>Where the part begins; that with a passage is found by reading ids until it comes.</summary>
    private static int OffsetOf(RecordAddress record, ListRange range)
    {
        var (first, end) = record.Segment.DocumentsOf(record.Record);
        for (var doc = first; range.Passage is { } passage && doc < end; doc++)
        {
            if (PassageMapper.PassageOf(record.Segment, doc).Id == passage)
            {
                return (doc - first) / range.Limit * range.Limit;
            }
        }

        return range.Offset;
    }

    private static int EndOf(SegmentReader segment, int doc) => PassageMapper.PassageOf(segment, doc).Passage.Span.End;

    private static IEnumerable<RecordAddress> Documents(IndexReader reader) =>
        reader.Records().Where(record => !PassageMapper.IsNoDocument(record.Segment.RecordKey(record.Record)));

    private static string SourceOf(RecordAddress record) => CatalogueEntry.FromBytes(record.Segment.RecordData(record.Record)).Address;
}
