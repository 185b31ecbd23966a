using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>What the collection as a whole knows of a term.</summary>
/// <param name="DocFreq">Documents with the term.</param>
/// <param name="TotalTermFreq">Its occurrences.</param>
public readonly record struct TermStatistics(long DocFreq, long TotalTermFreq);

/// <summary>What scores depend on beside the document itself. An index split over several readers scores as one when they share one of these.</summary>
public interface ICollectionStatistics
{
    /// <summary>Statistics of a field; all 0 where there is no such field.</summary>
    FieldStatistics Field(string field);

    /// <summary>Statistics of a term; all 0 where there is no such term.</summary>
    TermStatistics Term(string field, string term);
}
