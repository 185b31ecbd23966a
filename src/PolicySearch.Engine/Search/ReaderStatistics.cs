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
    public TermStatistics Term(string field, string term) => Term(field, Encoding.UTF8.GetBytes(term), out _);

    /// <summary>Statistics of a term, and its entry in each segment: without documents where a segment does not have it.</summary>
    internal TermStatistics Term(string field, ReadOnlySpan<byte> term, out (SegmentReader Segment, TermState State)[] entries)
    {
        entries = new (SegmentReader, TermState)[reader.Segments.Count];
        long docFreq = 0;
        long totalTermFreq = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var segment = reader.Segments[i];
            TermState state = default;
            segment.Terms(field)?.TryFind(term, out state);
            entries[i] = (segment, state);
            docFreq += state.DocFreq;
            totalTermFreq += state.TotalTermFreq;
        }

        return new TermStatistics(docFreq, totalTermFreq);
    }
}
