using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

/// <summary>
/// Any of a run of neighbouring terms. Their documents are gathered in a bit set, so that time and memory are bounded by the
/// postings and the segment, however many terms there are.
/// </summary>
internal abstract class TermSetWeight(string field, float boost, string description) : ConstantWeight(boost, description)
{
    public sealed override Scorer? Scorer(SegmentReader segment)
    {
        if (segment.Terms(field) is not { } terms)
        {
            return null;
        }

        var bits = new ulong[(segment.MaxDoc + 63) >> 6];
        var found = false;
        var enumeration = terms.Enumerate(First);
        while (enumeration.MoveNext() && !IsPastEnd(enumeration.Term))
        {
            if (!IsSkipped(enumeration.Term))
            {
                Gather(terms.Postings(enumeration.State, PostingsFeatures.Docs), bits);
                found = true;
            }
        }

        return found ? new DocSetScorer(bits, Boost) : null;
    }

    /// <summary>The walk starts at the first term at or after this.</summary>
    protected abstract ReadOnlySpan<byte> First { get; }

    /// <summary>Whether the term and all after it are outside.</summary>
    protected abstract bool IsPastEnd(ReadOnlySpan<byte> term);

    /// <summary>Whether the term is outside although it is not past the end.</summary>
    protected virtual bool IsSkipped(ReadOnlySpan<byte> term) => false;

    private static void Gather(PostingsEnum postings, ulong[] bits)
    {
        for (var doc = postings.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = postings.NextDoc())
        {
            bits[doc >> 6] |= 1UL << (doc & 63);
        }
    }
}
