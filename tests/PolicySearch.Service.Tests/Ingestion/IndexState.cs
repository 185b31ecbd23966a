using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Search;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>All that an index says, in an order that does not depend on its segments: what two indexes are compared by.</summary>
internal static class IndexState
{
    /// <summary>A line for each document with its metadata and reasons of failure, each passage with its tags, each facet's count, and the total.</summary>
    public static List<string> Of(IndexDirectory index)
    {
        var lines = new List<string>();
        using (var reader = IndexReader.Open(index))
        {
            foreach (var (segment, record) in reader.Records())
            {
                var entry = CatalogueEntry.FromBytes(segment.RecordData(record));
                lines.Add($"record {segment.RecordKey(record)} {entry.Address} {entry.Hash} {entry.Title} {entry.Extractor} {entry.Failure}");
                var (start, end) = segment.DocumentsOf(record);
                for (var doc = start; doc < end; doc++)
                {
                    var passage = PassageMapper.PassageOf(segment, doc);
                    var tags = passage.Mentions.Select(mention => $"{mention.Type} {mention.Id} {mention.Span.Start}");
                    lines.Add($"passage {entry.Address} {passage.Id} {passage.Passage.Span} {string.Join(", ", tags)}");
                }
            }
        }

        using var search = new PassageSearch(index, new Taggers());
        var response = search.Search(new SearchRequest { Query = "", Limit = 1, Facets = ["year", "ministry", "document", "kind", "language"] });
        lines.Add($"total {response.Total}");
        lines.AddRange(response.Facets.SelectMany(facet => facet.Value.Select(value => $"facet {facet.Key} {value.Value} {value.Count}")));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
