using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>A block's text with the line breaks left out that stand inside a sentence, so that a name broken over two lines is one run of letters.</summary>
internal sealed class JoinedText
{
    // A shorter line was ended on purpose: an entry of a list, a row, a heading.
    private const int MinFullLine = 14;

    private readonly string _text;
    private readonly int _offset;
    private readonly int[]? _sources;

    private JoinedText(TextBlock block, string text, int offset, int length, int[]? sources)
    {
        Block = block;
        _text = text;
        _offset = offset;
        Length = length;
        _sources = sources;
    }

    /// <summary>The block.</summary>
    public TextBlock Block { get; }

    /// <summary>Number of code units.</summary>
    public int Length { get; }

    /// <summary>The joined text.</summary>
    public ReadOnlySpan<char> Span => _text.AsSpan(_offset, Length);

    /// <summary>The code unit at <paramref name="index"/>; a line break outside the text.</summary>
    public char this[int index] => index >= 0 && index < Length ? _text[_offset + index] : '\n';

    /// <summary>The joined text of a block; null for one without Han or Kana.</summary>
    public static JoinedText? Of(string text, TextBlock block)
    {
        var hasCjk = false;
        foreach (var word in block.Words)
        {
            hasCjk |= word.IsCjk;
        }

        var span = block.Span.Of(text);
        if (!hasCjk)
        {
            return null;
        }

        return span.ContainsAny('\n', '\r') ? Join(text, block) : new JoinedText(block, text, block.Span.Start, span.Length, null);
    }

    /// <summary>Where the code unit at <paramref name="index"/> stands in the document's text.</summary>
    public int ToSource(int index) => _sources is null ? _offset + index : _sources[index];

    /// <summary>Where a name that ends before <paramref name="end"/> ends in the document's text.</summary>
    public int ToSourceEnd(int end) => ToSource(end - 1) + 1;

    private static JoinedText Join(string text, TextBlock block)
    {
        var span = block.Span;
        var joined = new char[span.Length];
        var sources = new int[span.Length];
        int length = 0, lineStart = 0;
        for (var at = span.Start; at < span.End; at++)
        {
            var unit = text[at];
            if (unit is '\n' or '\r')
            {
                var next = at + 1;
                while (next < span.End && char.IsWhiteSpace(text[next]))
                {
                    next++;
                }

                var end = length;
                while (end > lineStart && joined[end - 1] is ' ' or '\u3000')
                {
                    end--;
                }

                if (end - lineStart >= MinFullLine && next < span.End && MayJoin(joined[end - 1], text[next]))
                {
                    length = end;
                    at = next - 1;
                    lineStart = length;
                    continue;
                }

                lineStart = length + 1;
            }

            joined[length] = unit;
            sources[length++] = at;
        }

        return new JoinedText(block, new string(joined, 0, length), 0, length, sources);
    }

    private static bool MayJoin(char before, char after) =>
        (Scripts.IsCjk(before) || IsLetter(before)) && (Scripts.IsCjk(after) || IsLetter(after)) && (Scripts.IsCjk(before) || Scripts.IsCjk(after));

    private static bool IsLetter(char unit) => char.IsLetterOrDigit(unit) && unit < '\u3000';
}
