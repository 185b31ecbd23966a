using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>Walks over a term's postings, deleted documents too.</summary>
public sealed class PostingsEnum
{
    /// <summary>The document number at and after the end.</summary>
    public const int NoMoreDocs = int.MaxValue;

    private readonly PostingsInput _input;
    private readonly TermState _state;
    private readonly bool _hasFreqs;
    private readonly bool _hasPositions;
    private readonly TermBlocks _blocks;
    private int _checkedFreqs = -1;
    private PositionsBlock? _positions;
    private int _index;

    internal PostingsEnum(PostingsInput input, in TermState state, PostingsFeatures features, bool isText)
    {
        _input = input;
        _state = state;
        _hasFreqs = isText && features != PostingsFeatures.Docs;
        _hasPositions = isText && features == PostingsFeatures.Positions;
        _blocks = new TermBlocks(input, state);
    }

    /// <summary>-1 before the first move, then the current document number or <see cref="NoMoreDocs"/>.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Occurrences in the current document; 1 where only documents were asked for.</summary>
    public int Freq => _hasFreqs ? Freqs()[_index] : 1;

    /// <summary>Number of postings.</summary>
    public int Cost => _state.DocFreq;

    /// <summary>Moves to the next document.</summary>
    public int NextDoc()
    {
        if (_index + 1 < _blocks.Length)
        {
            return Doc = _blocks.Docs[++_index];
        }

        return Doc == NoMoreDocs ? NoMoreDocs : StartBlock(_blocks.Number + 1);
    }

    /// <summary>Moves to the first document at or after <paramref name="target"/>.</summary>
    /// <param name="target">Document number in this segment; at least the current one.</param>
    /// <returns>The new document number, or <see cref="NoMoreDocs"/> at the end, also when called again there.</returns>
    public int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        if (_blocks.Length == 0 || _blocks.Docs[_blocks.Length - 1] < target)
        {
            if (StartBlock(_blocks.FindBlock(target, _blocks.Number + 1)) >= target)
            {
                return Doc;
            }
        }

        var found = _blocks.Docs.AsSpan(_index, _blocks.Length - _index).BinarySearch(target);
        _index += found < 0 ? ~found : found;
        return _index < _blocks.Length ? Doc = _blocks.Docs[_index] : StartBlock(_blocks.Number + 1);
    }

    /// <summary>The next position in the current document; call at most <see cref="Freq"/> times.</summary>
    /// <exception cref="InvalidOperationException">Positions were not asked for, the field has none, or there are no more.</exception>
    public int NextPosition()
    {
        if (!_hasPositions)
        {
            throw new InvalidOperationException("positions were not asked for, or the field has none");
        }

        var freqs = Freqs();
        _positions ??= new PositionsBlock(_input.Positions, _state);
        return _positions.Next(_blocks.Number, _index, freqs);
    }

    private int StartBlock(int number)
    {
        if (!_blocks.Load(number))
        {
            _index = 0;
            return Doc = NoMoreDocs;
        }

        _index = 0;
        return Doc = _blocks.Docs[0];
    }

    /// <summary>The block's frequencies; a damaged one could keep a reader of positions busy for long.</summary>
    private int[] Freqs()
    {
        var freqs = _blocks.Freqs(_blocks.Number);
        if (_checkedFreqs != _blocks.Number)
        {
            long sum = 0;
            foreach (var freq in freqs.AsSpan(0, _blocks.Length))
            {
                sum += freq;
            }

            _checkedFreqs = sum <= _state.TotalTermFreq
                ? _blocks.Number
                : throw _input.Freqs.Damaged(_state.FreqsOffset, $"expected frequencies that add up to at most {_state.TotalTermFreq}, found {sum} in a block");
        }

        return freqs;
    }
}
