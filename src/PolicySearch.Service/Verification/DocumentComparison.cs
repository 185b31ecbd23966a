using PolicySearch.Engine.Segments;
using PolicySearch.Extraction;

namespace PolicySearch.Service.Verification;

/// <summary>Looks for a document's passages in what its source says now.</summary>
/// <param name="now">The document as it is read now.</param>
internal sealed class DocumentComparison(ExtractedDocument now)
{
    private readonly Dictionary<string, TaggedPassage> _byId = now.Passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);

    /// <summary>The passages of a record that are not where they were.</summary>
    public IEnumerable<LostPassage> Lost(RecordAddress record)
    {
        var (first, end) = record.Segment.DocumentsOf(record.Record);
        for (var doc = first; doc < end; doc++)
        {
            var tagged = PassageMapper.PassageOf(record.Segment, doc);
            var was = SpanOf(tagged);
            var text = record.Segment.RecordText(record.Record, was.Start, was.End);
            if (Find(tagged.Id, text, was) is var found && found != was)
            {
                yield return new LostPassage(tagged.Id, was.Page, was.Start, was.End, found);
            }
        }
    }

    /// <summary>Where the passage is: by its id, which its text makes, else where its text stands though passages are cut otherwise.</summary>
    private PassageSpan? Find(string id, string text, PassageSpan was)
    {
        var document = now.Document.Text;
        var isThere = was.End <= document.Length && document.AsSpan(was.Start, was.End - was.Start).SequenceEqual(text);
        if (_byId.TryGetValue(id, out var same))
        {
            var page = same.Passage.Page;
            return isThere && page == was.Page ? was : SpanOf(same);
        }

        var start = isThere ? was.Start : document.IndexOf(text, StringComparison.Ordinal);
        return start < 0 ? null : new PassageSpan(PageAt(start), start, start + text.Length);
    }

    private int? PageAt(int start) => now.Passages
        .SelectMany(tagged => tagged.Passage.Blocks)
        .LastOrDefault(block => block.Span.Start <= start)?.Page;

    private static PassageSpan SpanOf(TaggedPassage tagged) => new(tagged.Passage.Page, tagged.Passage.Span.Start, tagged.Passage.Span.End);
}
