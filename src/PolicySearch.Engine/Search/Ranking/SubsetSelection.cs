using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>Finds the documents of a window whose terms can together give so much: those of every least set of terms that can, by and-ing and or-ing bits.</summary>
/// <param name="mostTerms">Most terms of a window.</param>
internal sealed class SubsetSelection(int mostTerms)
{
    /// <summary>Terms of which all sets are looked at; those behind the last but one count as one term, for sets grow many.</summary>
    private const int MostChoices = 8;

    private readonly ScoredWindow[] _terms = new ScoredWindow[mostTerms];
    private readonly double[] _bounds = new double[MostChoices];
    private readonly double[] _boundsFrom = new double[MostChoices + 1];
    private readonly ulong[][] _both = [.. Enumerable.Range(0, Math.Min(mostTerms, MostChoices)).Select(_ => new ulong[TermWindow.WordCount])];
    private readonly ulong[] _allowed = new ulong[TermWindow.WordCount];
    private readonly ulong[] _others = new ulong[TermWindow.WordCount];
    private readonly ulong[] _chosen = new ulong[TermWindow.WordCount];
    private int _termCount;
    private int _choices;
    private int _low;
    private bool _isFiltered;
    private bool _hasOthers;

    /// <summary>Begins a window.</summary>
    /// <param name="terms">Its terms, by falling bounds; not empty.</param>
    /// <param name="filter">Only these documents, which are bits; null for all.</param>
    /// <param name="low">Its first document.</param>
    public void SetWindow(ReadOnlySpan<ScoredWindow> terms, DocSet? filter, int low)
    {
        terms.CopyTo(_terms);
        (_low, _termCount, _choices) = (low, terms.Length, Math.Min(terms.Length, MostChoices));
        (_isFiltered, _hasOthers) = (filter is not null, false);
        Array.Clear(_bounds);
        for (var i = 0; i < terms.Length; i++)
        {
            _bounds[Math.Min(i, MostChoices - 1)] += terms[i].Bound;
        }

        _boundsFrom[_choices] = 0;
        for (var i = _choices - 1; i >= 0; i--)
        {
            _boundsFrom[i] = _boundsFrom[i + 1] + _bounds[i];
        }

        if (filter is not null)
        {
            TermWindow.TryCopy(filter, low, _allowed);
        }
    }

    /// <summary>The documents with a term whose terms' bounds add up to this at least; valid until the next call.</summary>
    public Span<ulong> Choose(double least)
    {
        Array.Clear(_chosen);
        if (least <= 0)
        {
            AddAll();
        }
        else
        {
            Add(0, 0, least, _isFiltered ? _allowed : []);
        }

        return _chosen;
    }

    /// <summary>Where nothing is asked for, one term is still needed, even if it gives nothing.</summary>
    private void AddAll()
    {
        for (var choice = 0; choice < _choices; choice++)
        {
            BitSet.Or(Words(choice), _chosen);
        }

        if (_isFiltered)
        {
            BitSet.And(_chosen, _allowed, _chosen);
        }
    }

    private void Add(int choice, double have, double least, ReadOnlySpan<ulong> within)
    {
        for (; choice < _choices && have + _boundsFrom[choice] >= least; choice++)
        {
            var both = _both[choice];
            var any = within.IsEmpty ? BitSet.Copy(Words(choice), both) : BitSet.And(within, Words(choice), both);
            if (any && have + _bounds[choice] >= least)
            {
                BitSet.Or(both, _chosen);
            }
            else if (any)
            {
                Add(choice + 1, have + _bounds[choice], least, both);
            }
        }
    }

    private ReadOnlySpan<ulong> Words(int choice) =>
        choice < MostChoices - 1 || _termCount == MostChoices ? _terms[choice].Window.Words(_low) : Others();

    private ulong[] Others()
    {
        if (!_hasOthers)
        {
            Array.Clear(_others);
            foreach (var term in _terms.AsSpan((MostChoices - 1).._termCount))
            {
                BitSet.Or(term.Window.Words(_low), _others);
            }

            _hasOthers = true;
        }

        return _others;
    }
}
