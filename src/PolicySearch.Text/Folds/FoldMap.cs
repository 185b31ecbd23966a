using System.Runtime.InteropServices;

namespace PolicySearch.Text.Folds;

/// <summary>Where a folded text's places lie in the original: a list of the stretches whose length the folding changed.</summary>
internal sealed class FoldMap
{
    private readonly List<Stretch> _stretches = [];

    /// <summary>Forgets everything: both texts are of one length again.</summary>
    public void Clear() => _stretches.Clear();

    /// <summary>Notes that a stretch of the folded text stands for one of the original, both at the texts' ends so far.</summary>
    /// <remarks>Stretches noted before that reach into it become part of it.</remarks>
    public void Add(int foldedStart, int foldedEnd, int sourceStart, int sourceEnd)
    {
        while (_stretches.Count > 0 && _stretches[^1] is var last && (last.FoldedStart >= foldedStart || last.FoldedEnd > foldedStart))
        {
            foldedStart = Math.Min(foldedStart, last.FoldedStart);
            sourceStart = Math.Min(sourceStart, last.SourceStart);
            _stretches.RemoveAt(_stretches.Count - 1);
        }

        _stretches.Add(new Stretch(foldedStart, foldedEnd, sourceStart, sourceEnd));
    }

    /// <summary>Where what begins at a place of the folded text begins in the original.</summary>
    public int SourceStart(int position)
    {
        var count = CountBeginningBefore(position + 1);
        if (count == 0)
        {
            return position;
        }

        var stretch = _stretches[count - 1];
        return position < stretch.FoldedEnd ? stretch.SourceStart : stretch.SourceEnd + position - stretch.FoldedEnd;
    }

    /// <summary>Where what ends at a place of the folded text ends in the original.</summary>
    public int SourceEnd(int position)
    {
        var count = CountBeginningBefore(position);
        if (count == 0)
        {
            return position;
        }

        var stretch = _stretches[count - 1];
        return position <= stretch.FoldedEnd ? stretch.SourceEnd : stretch.SourceEnd + position - stretch.FoldedEnd;
    }

    /// <summary>How many stretches begin before a place of the folded text.</summary>
    private int CountBeginningBefore(int position)
    {
        var stretches = CollectionsMarshal.AsSpan(_stretches);
        var low = 0;
        var high = stretches.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (stretches[middle].FoldedStart < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private readonly record struct Stretch(int FoldedStart, int FoldedEnd, int SourceStart, int SourceEnd);
}
