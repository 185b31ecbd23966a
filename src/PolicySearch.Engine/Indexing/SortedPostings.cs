using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Indexing;

/// <summary>The postings of one term, gathered in any order and written in that of documents.</summary>
internal sealed class SortedPostings
{
    private int[] _docs = new int[256];
    private int[] _places = new int[256];
    private int[] _freqs = new int[256];
    private int[] _positionStarts = new int[257];
    private int[] _positions = new int[256];
    private int _count;

    public void Clear()
    {
        _count = 0;
        _positionStarts[0] = 0;
    }

    public void Add(int doc, int freq)
    {
        if (_count == _docs.Length)
        {
            Array.Resize(ref _docs, _count * 2);
            Array.Resize(ref _places, _count * 2);
            Array.Resize(ref _freqs, _count * 2);
            Array.Resize(ref _positionStarts, (_count * 2) + 1);
        }

        _docs[_count] = doc;
        _places[_count] = _count;
        _freqs[_count] = freq;
        _count++;
        _positionStarts[_count] = _positionStarts[_count - 1];
    }

    /// <summary>Adds a position of the document added last.</summary>
    public void AddPosition(int position)
    {
        ref var end = ref _positionStarts[_count];
        if (end == _positions.Length)
        {
            Array.Resize(ref _positions, end * 2);
        }

        _positions[end++] = position;
    }

    public void Write(PostingsWriter target)
    {
        Array.Sort(_docs, _places, 0, _count);
        for (var i = 0; i < _count; i++)
        {
            var place = _places[i];
            target.StartDocument(_docs[i], _freqs[place]);
            foreach (var position in _positions.AsSpan(_positionStarts[place].._positionStarts[place + 1]))
            {
                target.AddPosition(position);
            }
        }
    }
}
