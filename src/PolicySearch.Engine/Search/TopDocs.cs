using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>Where a hit stands; valid under the reader's lease.</summary>
/// <param name="Segment">Place of the segment in <see cref="IndexReader.Segments"/>.</param>
/// <param name="Doc">Document number in the segment.</param>
/// <param name="Score">Its score.</param>
public readonly record struct ScoreDoc(int Segment, int Doc, float Score);

/// <summary>A facet's value and its number of documents.</summary>
public readonly record struct FacetCount(string Value, long Count);

/// <summary>What was found.</summary>
/// <param name="Total">Exact number of matching documents; -1 where it was not asked for.</param>
/// <param name="Hits">The best, by score down, then segment, then document.</param>
/// <param name="Facets">Counts by facet name; keyword values by count then value, interval values ascending and all.</param>
public sealed record TopDocs(long Total, IReadOnlyList<ScoreDoc> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);
