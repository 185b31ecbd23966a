using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>The documents with a term.</summary>
internal sealed class TermScorer(SegmentReader segment, string field, PostingsEnum postings, BM25Scorer? similarity) : Scorer
{
    public override int DocId => postings.Doc;

    public override long Cost => postings.Cost;

    public int Freq => postings.Freq;

    public override int NextDoc() => postings.NextDoc();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity is null ? 0 : similarity.Score(postings.Freq, Norm(segment.Norms(field), postings.Doc));

    public override int NextBatch(ReadOnlySpan<ulong> liveDocs, Span<int> docs, Span<float> scores)
    {
        var norms = segment.Norms(field);
        var count = 0;
        while (count < docs.Length)
        {
            var doc = postings.NextDoc();
            if (doc == NoMoreDocs)
            {
                break;
            }

            if (!IsLive(liveDocs, doc))
            {
                continue;
            }

            if (!scores.IsEmpty)
            {
                scores[count] = similarity is null ? 0 : similarity.Score(postings.Freq, Norm(norms, doc));
            }

            docs[count++] = doc;
        }

        return count;
    }

    /// <summary>The document's length byte; fields without lengths have the same one everywhere.</summary>
    internal static byte Norm(ReadOnlySpan<byte> norms, int doc) => norms.IsEmpty ? BM25Similarity.NoNorm : norms[doc];
}
