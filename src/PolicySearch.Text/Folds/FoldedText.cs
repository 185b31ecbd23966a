using System.Text;
using PolicySearch.Text.Tables;

namespace PolicySearch.Text.Folds;

/// <summary>A text folded as a whole, with the way back to the places of the original. Reused for many texts by one thread.</summary>
/// <param name="joinWrappedLines">Whether a line break between two Han or kana characters vanishes: lines of Japanese and
/// Chinese break in mid-word, and the word must be found all the same.</param>
public sealed class FoldedText(bool joinWrappedLines = false)
{
    /// <summary>No code point folds into more units (U+FDFA makes 18).</summary>
    private const int LongestFold = 32;

    private readonly FoldMap _map = new();
    private char[] _buffer = new char[256];
    private int _length;

    /// <summary>The folded text; valid until the next <see cref="Reset"/>.</summary>
    public ReadOnlyMemory<char> Text => _buffer.AsMemory(0, _length);

    /// <summary>Folds another text.</summary>
    public void Reset(ReadOnlySpan<char> source)
    {
        _map.Clear();
        _length = 0;
        for (var position = 0; position < source.Length;)
        {
            Reserve(source.Length - position);
            Ascii.ToLower(source[position..], _buffer.AsSpan(_length), out var ascii);
            _length += ascii;
            position += ascii;
            while (position < source.Length && source[position] >= 0x80)
            {
                position += FoldOne(source, position);
            }

            if (joinWrappedLines && LineWrap.End(source, position) is var end && end > position)
            {
                _map.Add(_length, _length, position, end);
                position = end;
            }
        }
    }

    /// <summary>The original's place where what begins at <paramref name="position"/> of the folded text begins.</summary>
    public int SourceStart(int position) => _map.SourceStart(position);

    /// <summary>The original's place where what ends at <paramref name="position"/> of the folded text ends.</summary>
    public int SourceEnd(int position) => _map.SourceEnd(position);

    /// <summary>Folds the code point at <paramref name="position"/>; gives its length.</summary>
    private int FoldOne(ReadOnlySpan<char> source, int position)
    {
        Reserve(LongestFold);
        var codePoint = CodePoints.At(source, position, out var length);
        var index = FoldTable.Get(codePoint);
        var start = _length;
        var changedFrom = start;
        if (index == 0)
        {
            changedFrom = Math.Min(changedFrom, Append(codePoint));
        }
        else
        {
            var units = FoldTable.Units[FoldTable.Offsets[index]..FoldTable.Offsets[index + 1]];
            for (var i = 0; i < units.Length; i++)
            {
                var isPair = char.IsHighSurrogate((char)units[i]);
                changedFrom = Math.Min(changedFrom, Append(isPair ? char.ConvertToUtf32((char)units[i], (char)units[++i]) : units[i]));
            }
        }

        if (changedFrom < start)
        {
            _map.Add(changedFrom, _length, _map.SourceStart(changedFrom), position + length);
        }
        else if (_length - start != length || (index != 0 && length == 2))
        {
            // A pair may fold to two characters, whose places lie not between its halves.
            _map.Add(start, _length, position, position + length);
        }

        return length;
    }

    /// <summary>Writes a folded code point, joined with the one before it where they compose; gives where it was written.</summary>
    private int Append(int codePoint)
    {
        var place = _length;
        if (_length > 0 && CompositionSecondTable.Get(codePoint) != 0)
        {
            var before = CodePoints.Before(_buffer.AsSpan(0, _length), _length, out var beforeLength);
            if (Composition.TryCompose(before, codePoint, out var composed))
            {
                place -= beforeLength;
                codePoint = composed;
            }
        }

        _length = place + CodePoints.Write(codePoint, _buffer.AsSpan(place));
        return place;
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_length + count, _buffer.Length * 2));
        }
    }
}
