using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>Where a hit stands; valid under the reader's lease.</summary>
/// <param name="Segment">Place of the segment in <see cref="IndexReader.Segments"/>.</param>
/// <param name="Doc">Document number in the segment.</param>
/// <param name="Score">Its score.</param>
public readonly record struct ScoreDoc(int Segment, int Doc, float Score);

/// <summary>A named filter of a search; facets may leave their own filter out (disjunctive counts).</summary>
public sealed record NamedFilter(string Name, Query Query);

/// <summary>One facet to count.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public abstract record FacetRequest(string Name, string? WithoutFilter);

/// <summary>Counts documents for each value of a keyword field.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="Field">A keyword field.</param>
/// <param name="Limit">Most values to give.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public sealed record KeywordFacetRequest(string Name, string Field, int Limit = 100, string? WithoutFilter = null) : FacetRequest(Name, WithoutFilter);

/// <summary>Counts a document once for every whole number in the union of its intervals; for an interval longer than <paramref name="MaxSpan"/> only its two ends.</summary>
/// <param name="Name">Name in the answer.</param>
/// <param name="Fields">Interval fields, taken together.</param>
/// <param name="MaxSpan">Longest interval (To - From + 1) that counts for all its numbers.</param>
/// <param name="WithoutFilter">Name of the filter that this facet's counts leave out; null for none.</param>
public sealed record IntervalFacetRequest(string Name, IReadOnlyList<string> Fields, int MaxSpan, string? WithoutFilter = null) : FacetRequest(Name, WithoutFilter);

/// <summary>A facet's value and its number of documents.</summary>
public readonly record struct FacetCount(string Value, long Count);

/// <summary>What to search.</summary>
public sealed record SearchOptions
{
    /// <summary>The query that scores.</summary>
    public required Query Query { get; init; }

    /// <summary>Filters, all of which have to match.</summary>
    public IReadOnlyList<NamedFilter> Filters { get; init; } = [];

    /// <summary>Best documents to give; 0 for none.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Give only hits that come after this one in the order of hits (score down, then segment, then document).</summary>
    public ScoreDoc? After { get; init; }

    /// <summary>Facets to count.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];
}

/// <summary>What was found.</summary>
/// <param name="Total">Exact number of matching documents.</param>
/// <param name="Hits">The best, by score down, then segment, then document.</param>
/// <param name="Facets">Counts by facet name; keyword values by count then value, interval values ascending and all.</param>
public sealed record TopDocs(long Total, IReadOnlyList<ScoreDoc> Hits, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>Searches one reader. The caller holds a lease on it for as long as it uses the searcher and its hits.</summary>
public sealed class IndexSearcher(IndexReader reader)
{
    /// <summary>The reader.</summary>
    public IndexReader Reader { get; } = reader;

    /// <summary>Finds, ranks and counts.</summary>
    public TopDocs Search(SearchOptions options) => throw new NotImplementedException();

    /// <summary>Exact number of matching documents.</summary>
    public long Count(Query query) => throw new NotImplementedException();

    /// <summary>How the document's score comes about.</summary>
    public Explanation Explain(Query query, ScoreDoc hit) => throw new NotImplementedException();
}

/// <summary>A score and where it comes from.</summary>
/// <param name="IsMatch">Whether the document matches.</param>
/// <param name="Value">The score, or a factor of it.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">Its parts.</param>
public sealed record Explanation(bool IsMatch, float Value, string Description, IReadOnlyList<Explanation> Details);
