using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>One term of a sloppy phrase, standing at one of its occurrences in the current document.</summary>
internal sealed class PhrasePosition(PostingsEnum postings, int offset, int order)
{
    private int _left;

    /// <summary>The occurrence's position less the term's place in the phrase: equal for all terms of an exact phrase.</summary>
    public int Start { get; private set; }

    /// <summary>The occurrence's position in the document.</summary>
    public int Position => Start + offset;

    /// <summary>The term's place in the phrase.</summary>
    public int Offset => offset;

    /// <summary>The terms of the phrase that are the same as this one, itself too, by their place; null where it occurs once.</summary>
    public PhrasePosition[]? Repeats { get; set; }

    /// <summary>Moves to the first occurrence.</summary>
    public void First()
    {
        _left = postings.Freq;
        Next();
    }

    /// <summary>Moves to the next occurrence; false when there is none.</summary>
    public bool Next()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Start = postings.NextPosition() - offset;
        return true;
    }

    /// <summary>Whether this one comes first: by start, then place in the phrase, then order.</summary>
    public bool IsBefore(PhrasePosition other) =>
        Start != other.Start ? Start < other.Start
        : offset != other.Offset ? offset < other.Offset
        : order < other.Order;

    private int Order => order;
}
