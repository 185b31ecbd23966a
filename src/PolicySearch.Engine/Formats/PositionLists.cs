namespace PolicySearch.Engine.Formats;

/// <summary>Ascending positions of several documents, at most as many as a block has, one document's after the other's; each document has one.</summary>
internal sealed class PositionLists
{
    /// <summary>Number of documents.</summary>
    public int Count { get; private set; }

    /// <summary>For each document where its positions end; those of the next one begin there.</summary>
    public int[] Ends { get; } = new int[PostingsFormat.BlockSize];

    /// <summary>The positions.</summary>
    public int[] Positions { get; private set; } = [];

    /// <summary>Number of positions.</summary>
    public int Length => Count == 0 ? 0 : Ends[Count - 1];

    /// <summary>Takes all documents out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Makes room for so many more positions.</summary>
    public void Reserve(int more)
    {
        var needed = Length + more;
        if (needed > Positions.Length)
        {
            var positions = new int[Math.Max(needed, Positions.Length * 2)];
            Positions.AsSpan(0, Length).CopyTo(positions);
            Positions = positions;
        }
    }

    /// <summary>Ends a document, whose positions were written.</summary>
    public void Add(int end) => Ends[Count++] = end;

    /// <summary>Becomes what two lists have in common: the documents, and of each the positions, that are in both.</summary>
    /// <param name="lists">A list; not this one.</param>
    /// <param name="others">Another one, of some of its documents.</param>
    /// <param name="slots">Which documents of <paramref name="lists"/> these are, ascending. At the return those come first that are left.</param>
    public void Intersect(PositionLists lists, PositionLists others, Span<int> slots)
    {
        Clear();
        Reserve(Math.Min(lists.Length, others.Length) + 1);
        var (count, end, other) = (0, 0, 0);
        for (var i = 0; i < slots.Length; i++)
        {
            var (slot, before) = (slots[i], end);
            end = AddCommon(lists.Positions, slot == 0 ? 0 : lists.Ends[slot - 1], lists.Ends[slot], others.Positions, other, others.Ends[i], end);
            other = others.Ends[i];

            // Written in any case, below too: there is no branch to be guessed wrongly.
            (slots[count], Ends[count]) = (slot, end);
            count += end > before ? 1 : 0;
        }

        Count = count;
    }

    /// <summary>Writes the positions that two lists of a document have in common.</summary>
    /// <returns>Their end.</returns>
    private int AddCommon(int[] list, int from, int to, int[] others, int other, int otherEnd, int end)
    {
        var target = Positions;
        while (from < to && other < otherEnd)
        {
            var (x, y) = (list[from], others[other]);
            target[end] = x;
            end += x == y ? 1 : 0;
            from += x <= y ? 1 : 0;
            other += y <= x ? 1 : 0;
        }

        return end;
    }
}
