using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Scorers;

/// <summary>Counts the places where every term stands exactly at its distance from the first.</summary>
internal sealed class ExactPhraseMatcher(PostingsEnum[] postings, int[] offsets) : IPhraseMatcher
{
    private readonly int[] _left = new int[postings.Length];
    private readonly int[] _starts = new int[postings.Length];

    public float Freq(bool firstOnly)
    {
        for (var i = 0; i < postings.Length; i++)
        {
            _left[i] = postings[i].Freq;
            Next(i);
        }

        float freq = 0;
        while (Align())
        {
            freq++;
            if (firstOnly || !Next(0))
            {
                break;
            }
        }

        return freq;
    }

    /// <summary>Moves to the first phrase start that all terms agree on; false when a term runs out.</summary>
    private bool Align()
    {
        var i = 1;
        while (i < postings.Length)
        {
            while (_starts[i] < _starts[0])
            {
                if (!Next(i))
                {
                    return false;
                }
            }

            if (_starts[i] == _starts[0])
            {
                i++;
                continue;
            }

            while (_starts[0] < _starts[i])
            {
                if (!Next(0))
                {
                    return false;
                }
            }

            i = 1;
        }

        return true;
    }

    private bool Next(int i)
    {
        if (_left[i] == 0)
        {
            return false;
        }

        _left[i]--;
        _starts[i] = postings[i].NextPosition() - offsets[i];
        return true;
    }
}
