using System.Text;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search;

/// <summary>The statistics of one reader: the sums over its segments. Deleted documents count until a merge drops them, as in Lucene.</summary>
/// <param name="reader">The reader; its lease is held by the caller.</param>
public sealed class ReaderStatistics(IndexReader reader) : ICollectionStatistics
{
    /// <inheritdoc/>
    public FieldStatistics Field(string field)
    {
        var docCount = 0;
        long sumDocFreq = 0;
        long sumTotalTermFreq = 0;
        foreach (var segment in reader.Segments)
        {
            if (segment.Terms(field)?.Statistics is { } statistics)
            {
                docCount += statistics.DocCount;
                sumDocFreq += statistics.SumDocFreq;
                sumTotalTermFreq += statistics.SumTotalTermFreq;
            }
        }

        return new FieldStatistics(docCount, sumDocFreq, sumTotalTermFreq);
    }

    /// <inheritdoc/>
    public TermStatistics Term(string field, string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        long docFreq = 0;
        long totalTermFreq = 0;
        foreach (var segment in reader.Segments)
        {
            if (segment.Terms(field) is { } terms && terms.TryFind(bytes, out var state))
            {
                docFreq += state.DocFreq;
                totalTermFreq += state.TotalTermFreq;
            }
        }

        return new TermStatistics(docFreq, totalTermFreq);
    }
}
