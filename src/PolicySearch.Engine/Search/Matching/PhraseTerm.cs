using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>A term of an exact phrase, moved to documents that are known only to have perhaps all terms; its positions are read there alone.</summary>
internal sealed class PhraseTerm(PostingsInput input, in TermState state, int offset)
{
    private readonly PositionsBlock _positions = new(input.Positions, state);
    private int[] _starts = new int[16];
    private int _block;
    private int _index;

    public TermBlocks Blocks { get; } = new(input, state);

    /// <summary>Goes back to the beginning.</summary>
    public void Restart()
    {
        _block = 0;
        _positions.Restart();
    }

    /// <summary>Moves to a document; false where the term does not have it.</summary>
    /// <param name="doc">Above the one before.</param>
    public bool MoveTo(int doc)
    {
        _block = Blocks.FindBlock(doc, _block);
        if (!Blocks.Load(_block) || doc > Blocks.Docs[Blocks.Length - 1])
        {
            return false;
        }

        _index = BlockSearch.Find(Blocks, doc);
        return _index >= 0;
    }

    /// <summary>Where the phrase begins if this term stands in it: ascending, each place once.</summary>
    public Span<int> Starts()
    {
        var count = _positions.Read(_block, _index, Blocks.Freqs(_block), offset, ref _starts);
        return _starts.AsSpan(0, count);
    }
}
