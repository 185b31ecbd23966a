using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Service.Duplicates;
using PolicySearch.Service.Search;

namespace PolicySearch.Service;

/// <summary>Between a document with its passages and the block of the index that holds them.</summary>
public static class PassageMapper
{
    /// <summary>Raised whenever the same document would give another block under the same schema; sources are then read again.</summary>
    public const int Version = 4;

    private const string FailurePrefix = "failure:";
    private const string ArchivePrefix = "archive:";

    /// <summary>The block of a document, under the document's id.</summary>
    public static RecordBlock ToBlock(ExtractedDocument document, CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entry);
        return new RecordBlock(document.Id, [.. document.Passages.Select(passage => ToIndexDocument(document, passage))])
        {
            Text = document.Document.Text,
            Data = entry.ToBytes(),
        };
    }

    /// <summary>The block that remembers why a source could not be read; it has no passages and stands beside the document's last good version.</summary>
    public static RecordBlock ToFailureBlock(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new RecordBlock(FailureKey(PassageIds.ForDocument(entry.Address)), []) { Data = entry.ToBytes() };
    }

    /// <summary>The block that remembers an archive whose members were read; it has no passages, and is no document.</summary>
    public static RecordBlock ToArchiveBlock(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new RecordBlock(ArchiveKey(PassageIds.ForDocument(entry.Address)), []) { Data = entry.ToBytes() };
    }

    /// <summary>The key of a failure's record.</summary>
    /// <param name="documentId">Id of the document that could not be read.</param>
    public static string FailureKey(string documentId) => FailurePrefix + documentId;

    /// <summary>The key of an archive's record.</summary>
    /// <param name="documentId">The id that the archive would have as a document.</param>
    public static string ArchiveKey(string documentId) => ArchivePrefix + documentId;

    /// <summary>Whether a record's key is that of a failure or an archive, and not a document's id.</summary>
    public static bool IsNoDocument(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(FailurePrefix, StringComparison.Ordinal) || key.StartsWith(ArchivePrefix, StringComparison.Ordinal);
    }

    /// <summary>The document that a record was made from; its blocks are those of its passages.</summary>
    /// <exception cref="InvalidDataException">The record was written by another version of this mapping.</exception>
    public static ExtractedDocument ToDocument(RecordAddress address)
    {
        var (segment, record) = address;
        var entry = CatalogueEntry.FromBytes(segment.RecordData(record));
        var (start, end) = segment.DocumentsOf(record);
        var passages = new TaggedPassage[end - start];
        for (var i = 0; i < passages.Length; i++)
        {
            passages[i] = PassageOf(segment, start + i);
        }

        var document = new Document
        {
            Title = entry.Title,
            Creator = entry.Creator,
            Notes = entry.Notes ?? [],
            Published = entry.Published,
            Language = entry.Language,
            MediaType = entry.MediaType ?? "text/plain",
            Text = segment.RecordText(record, 0, segment.RecordTextLength(record)),
            Blocks = [.. passages.SelectMany(p => p.Passage.Blocks)],
        };
        return new ExtractedDocument(segment.RecordKey(record), entry.Address, document, passages, entry.Extractor ?? "") { ExtractorVersion = entry.ExtractorVersion ?? 0 };
    }

    /// <summary>The passage at a document number of a segment.</summary>
    public static TaggedPassage PassageOf(SegmentReader segment, int doc)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment.Stored(doc, PassageSchema.Payload) is [var payload, ..]
            ? PassagePayload.Read(payload)
            : throw new InvalidDataException($"segment {segment.Name}: document {doc} has no payload");
    }

    private static IndexDocument ToIndexDocument(ExtractedDocument document, TaggedPassage tagged)
    {
        var result = new IndexDocument()
            .Add(PassageSchema.Id, tagged.Id)
            .Add(PassageSchema.Document, document.Id)
            .AddStored(PassageSchema.Payload, PassagePayload.Write(tagged));
        AddWords(result, document.Document, tagged.Passage);
        AddFilter(result, PassageSchema.Kind, Spelling.Of(tagged.Passage.Kind));
        if (tagged.Passage.Language is { } language)
        {
            AddFilter(result, PassageSchema.Language, language);
        }

        AddTags(result, tagged);
        AddSignature(result, document.Document, tagged.Passage);
        if (document.Document.Published is { } published && DateRange.TryParseDate(published, out var days))
        {
            result.Add(PassageSchema.Published, days)
                .Add(PassageSchema.PublishedYear, new Interval(days.From / 10_000, days.From / 10_000));
        }

        return result;
    }

    private static void AddWords(IndexDocument result, Document document, Passage passage)
    {
        foreach (var block in passage.Blocks)
        {
            result.Add(PassageSchema.Text, document.Text.AsMemory(block.Span.Start, block.Span.Length));
        }

        foreach (var heading in passage.Heading)
        {
            result.Add(PassageSchema.Heading, heading);
        }

        foreach (var heading in HeadingsAround(passage))
        {
            result.Add(PassageSchema.Heading, document.Text.AsMemory(heading.Start, heading.Length));
        }

        if (document.Title is { } title)
        {
            result.Add(PassageSchema.Title, title);
        }
    }

    /// <summary>
    /// The headings of rows, their groups and columns to which the passage's cells belong, and what leads to its list, where they stand outside of it:
    /// without them a cell or an item does not say what it is about.
    /// </summary>
    private static IEnumerable<TextSpan> HeadingsAround(Passage passage) => passage.Blocks
        .SelectMany(block => new[] { block.RowGroup, block.RowHeading, block.ColumnHeading, block.LeadIn })
        .OfType<TextSpan>()
        .Where(heading => !passage.Span.Contains(heading))
        .Distinct();

    private static void AddTags(IndexDocument result, TaggedPassage tagged)
    {
        foreach (var (type, id) in tagged.Mentions.Where(m => m.Years is null).Select(m => (m.Type, m.Id)).Distinct())
        {
            AddFilter(result, Spelling.Of(type), id);
        }

        foreach (var years in tagged.Mentions.Select(m => m.Years).OfType<Extraction.Tagging.YearInterval>().DistinctBy(y => (y.Role, y.From, y.To)))
        {
            result.Add(PassageSchema.YearField(years.Role), new Interval(years.From, years.To));
        }
    }

    private static void AddSignature(IndexDocument result, Document document, Passage passage)
    {
        if (PassageSignature.Of(TextUnits.Of(document.Text, 0, passage.Blocks)) is not { } signature)
        {
            return;
        }

        result.Add(PassageSchema.CopyText, signature.Exact).Add(PassageSchema.CopySketch, signature.Sketch);
        foreach (var key in signature.Keys())
        {
            result.Add(PassageSchema.CopyKey, key);
        }
    }

    private static void AddFilter(IndexDocument result, string field, string value) => result
        .Add(field, value)
        .Add(PassageSchema.Filter, PassageSchema.FilterTerm(field, value));
}
