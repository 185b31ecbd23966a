using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>A term of an exact phrase, which is asked for ascending documents: which of them it has, and where the phrase begins there if this term stands in it.</summary>
internal sealed class PhraseTerm(PostingsInput input, TermState state, int offset)
{
    private readonly PositionsBlock _positions = new(input.Positions, state);
    private readonly int[] _sums = new int[PostingsFormat.BlockSize + 1];
    private int _summed = -1;
    private int _block;

    public TermBlocks Blocks { get; } = new(input, state);

    /// <summary>Goes back to the beginning.</summary>
    public void Restart() => _block = 0;

    /// <summary>Finds those of some documents that the term has.</summary>
    /// <param name="docs">Ascending, and above those of the call before.</param>
    /// <param name="slots">Receives their places in the list; as long as the list.</param>
    /// <param name="numbers">Receives their numbers among the term's documents; as long as the list.</param>
    /// <returns>How many.</returns>
    public int Find(ReadOnlySpan<int> docs, Span<int> slots, Span<int> numbers)
    {
        var count = ListInBlocks.Find(Blocks, docs, slots, numbers, _block);
        _block = count == 0 ? _block : numbers[count - 1] / PostingsFormat.BlockSize;
        return count;
    }

    /// <summary>Where the phrase begins in some documents: in each ascending, each place once.</summary>
    /// <param name="numbers">The documents' numbers among the term's, ascending.</param>
    /// <param name="starts">Receives the places.</param>
    public void Starts(ReadOnlySpan<int> numbers, PositionLists starts)
    {
        starts.Clear();
        while (!numbers.IsEmpty)
        {
            var block = numbers[0] / PostingsFormat.BlockSize;
            var count = 1;
            while (count < numbers.Length && numbers[count] / PostingsFormat.BlockSize == block)
            {
                count++;
            }

            var freqs = Blocks.Freqs(block);
            Add(freqs, block);
            _positions.Read(block, numbers[..count], freqs, _sums, offset, starts);
            numbers = numbers[count..];
        }
    }

    private void Add(int[] freqs, int block)
    {
        if (block != _summed && !RunningSums.TryAdd(freqs.AsSpan(0, Blocks.LengthOf(block)), _sums, Blocks.Path))
        {
            throw input.Freqs.Damaged(state.FreqsOffset, $"expected frequencies that add up to at most {int.MaxValue} in a block");
        }

        _summed = block;
    }
}
