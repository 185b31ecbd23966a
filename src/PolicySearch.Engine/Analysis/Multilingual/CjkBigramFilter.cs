using PolicySearch.Text;

namespace PolicySearch.Engine.Analysis.Multilingual;

/// <summary>Makes overlapping pairs of the characters in a run of Han, Hiragana and Katakana; a character alone stays alone.</summary>
/// <remarks>
/// The three scripts make one run: 取り組み gives 取り, り組, 組み. Each pair is one position after the pair before, so that a
/// phrase of pairs finds the run and nothing else. Stands directly behind a <see cref="StandardTokenizer"/>, whose terms are the
/// text between their offsets.
/// </remarks>
public sealed class CjkBigramFilter(TokenStream input) : TokenFilter(input)
{
    private readonly Token _held = new();
    private readonly Token _run = new();
    private readonly char[] _previous = new char[StandardTokenizer.MaxTokenLength];
    private int _runPosition;
    private int _previousLength;
    private int _previousStart;
    private bool _previousIsPaired;
    private bool _holds;

    private int PreviousEnd => _previousStart + _previousLength;

    /// <inheritdoc/>
    public override void Reset(ReadOnlyMemory<char> text)
    {
        base.Reset(text);
        _run.Length = _runPosition = _previousLength = 0;
        _holds = false;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (_holds)
        {
            _holds = false;
            Token.CopyFrom(_held);
            return true;
        }

        while (true)
        {
            if (_runPosition < _run.Length)
            {
                if (TakeCharacter())
                {
                    return true;
                }
            }
            else if (!Input.MoveNext())
            {
                return EmitLonely();
            }
            else if (CjkTerms.IsHanOrKana(Token))
            {
                _run.CopyFrom(Token);
                _runPosition = 0;
            }
            else
            {
                return EmitOther();
            }
        }
    }

    /// <summary>Takes the next character of the run; true when that completed a token.</summary>
    private bool TakeCharacter()
    {
        var term = _run.Term;
        CodePoints.At(term, _runPosition, out var length);
        var end = WordScan.SkipClinging(term, _runPosition + length);
        var character = term[_runPosition..end];
        var start = _run.StartOffset + _runPosition;
        var emitted = true;
        if (_previousLength > 0 && PreviousEnd == start)
        {
            Token.SetTerm(_previous.AsSpan(0, _previousLength), character);
            Place(_previousStart, start + character.Length);
            _previousIsPaired = true;
        }
        else
        {
            emitted = EmitLonely();
            _previousIsPaired = false;
        }

        character.CopyTo(_previous);
        _previousLength = character.Length;
        _previousStart = start;
        _runPosition = end;
        return emitted;
    }

    /// <summary>Gives the token that ended a run, after the run's only character where it had but one.</summary>
    private bool EmitOther()
    {
        if (_previousLength > 0 && !_previousIsPaired)
        {
            _held.CopyFrom(Token);
            _holds = true;
            return EmitLonely();
        }

        _previousLength = 0;
        return true;
    }

    /// <summary>Gives the character before as a token if it is in no pair; false when there is none.</summary>
    private bool EmitLonely()
    {
        var isLonely = _previousLength > 0 && !_previousIsPaired;
        if (isLonely)
        {
            Token.SetTerm(_previous.AsSpan(0, _previousLength));
            Place(_previousStart, PreviousEnd);
        }

        _previousLength = 0;
        return isLonely;
    }

    private void Place(int start, int end)
    {
        Token.StartOffset = start;
        Token.EndOffset = end;
        Token.PositionIncrement = 1;
        Token.Kind = _run.Kind;
    }
}
