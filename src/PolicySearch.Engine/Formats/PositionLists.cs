namespace PolicySearch.Engine.Formats;

/// <summary>Ascending positions of several documents, one document's after the other's.</summary>
internal sealed class PositionLists
{
    /// <summary>Number of documents.</summary>
    public int Count { get; set; }

    /// <summary>For each document where its positions end; those of the next one begin there.</summary>
    public int[] Ends { get; } = new int[PostingsFormat.BlockSize];

    /// <summary>The positions.</summary>
    public int[] Positions { get; private set; } = new int[PostingsFormat.BlockSize];

    /// <summary>Number of positions.</summary>
    public int Length => Count == 0 ? 0 : Ends[Count - 1];

    /// <summary>Takes all documents out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Ends a document.</summary>
    public void Add(int end) => Ends[Count++] = end;

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
}
