using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>An ascending list of documents beside the blocks of a term: where those that the term has stand in both.</summary>
/// <param name="blocks">The term's blocks.</param>
/// <param name="list">The documents.</param>
/// <param name="ends">Its <see cref="Stretch.Ends"/>.</param>
internal ref struct ListInBlocks(TermBlocks blocks, ReadOnlySpan<int> list, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<int> _list = list;
    private readonly ReadOnlySpan<int> _ends = ends;
    private int _at;
    private int _block;

    /// <summary>Goes on to the next block in which one of the list may stand, and loads it; false at the end.</summary>
    public bool MoveNext()
    {
        _block = _at < _list.Length ? blocks.FindBlock(_list[_at], _block) : blocks.Count;
        return blocks.Load(_block++);
    }

    /// <summary>Finds the documents of the list in the loaded block.</summary>
    /// <param name="slots">Receives their places in the list; room for a block.</param>
    /// <param name="places">Receives their places in the block.</param>
    /// <returns>How many.</returns>
    public int Find(Span<int> slots, Span<int> places)
    {
        var (count, last) = (0, blocks.Docs[blocks.Length - 1]);
        while (_at < _list.Length && _list[_at] <= last)
        {
            if (_ends[_at] - _at >= Stretch.Least)
            {
                count = AddStretch(last, slots, places, count);
                continue;
            }

            var place = BlockSearch.Find(blocks, _list[_at]);
            if (place >= 0)
            {
                (slots[count], places[count]) = (_at, place);
                count++;
            }

            _at++;
        }

        return count;
    }

    private int AddStretch(int last, Span<int> slots, Span<int> places, int count)
    {
        var end = _at + (int)Math.Min(_ends[_at] - _at, last - _list[_at] + 1L);
        var (shift, highest) = (_at - _list[_at], _list[end - 1]);
        var docs = blocks.Docs.AsSpan(0, blocks.Length);
        for (var place = BlockSearch.FirstAtLeast(blocks, _list[_at]); place < docs.Length && docs[place] <= highest; place++)
        {
            (slots[count], places[count]) = (docs[place] + shift, place);
            count++;
        }

        _at = end;
        return count;
    }
}
