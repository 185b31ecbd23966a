using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>
/// Walks over the documents of a segment that a query matches, and scores them. Works in two phases: <see cref="NextDoc"/> and
/// <see cref="Advance"/> give candidates cheaply, <see cref="Matches"/> says whether the candidate is one. Deleted documents are not left out.
/// </summary>
internal abstract class Scorer
{
    /// <summary>The document number at and after the end.</summary>
    public const int NoMoreDocs = PostingsEnum.NoMoreDocs;

    /// <summary>-1 before the first move, then the current candidate or <see cref="NoMoreDocs"/>.</summary>
    public abstract int DocId { get; }

    /// <summary>About how many candidates there are: what is walked over first in an intersection.</summary>
    public abstract long Cost { get; }

    /// <summary>About how dear <see cref="Matches"/> is; 0 where every candidate matches.</summary>
    public virtual float MatchCost => 0;

    /// <summary>No score is higher.</summary>
    public virtual float MaxScore => float.PositiveInfinity;

    /// <summary>Moves to the next candidate.</summary>
    public abstract int NextDoc();

    /// <summary>Moves to the first candidate at or after <paramref name="target"/>.</summary>
    /// <param name="target">Document number in this segment; above the current one.</param>
    public abstract int Advance(int target);

    /// <summary>Whether the candidate matches; called at most once for each.</summary>
    public virtual bool Matches() => true;

    /// <summary>The score of the current document; called only after <see cref="Matches"/> gave true.</summary>
    public abstract float Score();

    /// <summary>
    /// Moves on and writes the next documents that match, with their scores. Scorers that can decode and score many documents at
    /// once override it.
    /// </summary>
    /// <param name="liveDocs">A bit for each document that is not deleted; empty where none is.</param>
    /// <param name="docs">Receives document numbers, ascending.</param>
    /// <param name="scores">Receives their scores; empty where none are wanted.</param>
    /// <returns>How many were written; 0 at the end.</returns>
    public virtual int NextBatch(ReadOnlySpan<ulong> liveDocs, Span<int> docs, Span<float> scores)
    {
        var count = 0;
        while (count < docs.Length)
        {
            var doc = NextDoc();
            if (doc == NoMoreDocs)
            {
                break;
            }

            if (!IsLive(liveDocs, doc) || !Matches())
            {
                continue;
            }

            if (!scores.IsEmpty)
            {
                scores[count] = Score();
            }

            docs[count++] = doc;
        }

        return count;
    }

    protected static bool IsLive(ReadOnlySpan<ulong> liveDocs, int doc) => liveDocs.IsEmpty || (liveDocs[doc >> 6] & (1UL << (doc & 63))) != 0;
}
