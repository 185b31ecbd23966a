using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;
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
        var bits = new ulong[(segment.MaxDoc + 63) >> 6];
        return Gather(segment, bits) ? new DocSetScorer(bits, Score) : null;
    }

    public sealed override DocSet Matches(SegmentPass pass, DocSet? within)
    {
        var bits = pass.RentBits();
        if (!Gather(pass.Segment, bits))
        {
            return DocSet.Empty;
        }

        var all = DocSet.OfBits(bits, pass.Words);
        return within is null ? all : within.And(all, pass);
    }

    public sealed override DocSet FirstMatches(SegmentPass pass, int end)
    {
        var bits = pass.RentBits();
        Gather(pass.Segment, bits, end);
        return DocSet.OfBits(bits, pass.Words);
    }

    public sealed override void AddMatches(SegmentPass pass, Span<ulong> bits) => Gather(pass.Segment, bits);

    /// <summary>Sets the bits of all terms' documents, as far as they are below <paramref name="end"/>; false where there is no term.</summary>
    private bool Gather(SegmentReader segment, Span<ulong> bits, int end = int.MaxValue)
    {
        if (segment.Terms(field) is not { } terms)
        {
            return false;
        }

        var found = false;
        var enumeration = terms.Enumerate(First);
        while (enumeration.MoveNext() && !IsPastEnd(enumeration.Term))
        {
            if (!IsSkipped(enumeration.Term))
            {
                TermMatching.AddTo(new TermBlocks(segment.Core.Postings, enumeration.State), bits, end);
                found = true;
            }
        }

        return found;
    }

    /// <summary>The walk starts at the first term at or after this.</summary>
    protected abstract ReadOnlySpan<byte> First { get; }

    /// <summary>Whether the term and all after it are outside.</summary>
    protected abstract bool IsPastEnd(ReadOnlySpan<byte> term);

    /// <summary>Whether the term is outside although it is not past the end.</summary>
    protected virtual bool IsSkipped(ReadOnlySpan<byte> term) => false;
}
