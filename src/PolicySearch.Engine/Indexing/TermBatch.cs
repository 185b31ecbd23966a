using System.Text;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Indexing;

/// <summary>Some terms of one document that are added to the buffer together.</summary>
internal sealed class TermBatch
{
    /// <summary>So many terms wait for memory at the same time; more than a processor can wait for would gain nothing.</summary>
    public const int Capacity = 32;

    private readonly Occurrence[] _occurrences = new Occurrence[Capacity];
    private byte[] _bytes = new byte[1024];
    private int _count;
    private int _length;

    public bool IsFull => _count == Capacity;

    public ReadOnlySpan<Occurrence> Occurrences => _occurrences.AsSpan(0, _count);

    /// <summary>The bytes of a term.</summary>
    public ReadOnlySpan<byte> Term(in Occurrence occurrence) => _bytes.AsSpan(occurrence.Start, occurrence.Length);

    /// <summary>Adds a term; one longer than <see cref="TermsFormat.MaxTermLength"/> bytes is left out.</summary>
    public void Add(ReadOnlySpan<char> term, int position)
    {
        if (term.Length > TermsFormat.MaxTermLength)
        {
            return;
        }

        if (_length + (term.Length * 3) > _bytes.Length)
        {
            Array.Resize(ref _bytes, (_length + (term.Length * 3)) * 2);
        }

        var length = Encode(term, _bytes.AsSpan(_length));
        if (length > TermsFormat.MaxTermLength)
        {
            return;
        }

        var hash = TermHash.Of(_bytes.AsSpan(_length, length));
        _occurrences[_count++] = new Occurrence(_length, length, hash, position);
        _length += length;
    }

    public void Clear()
    {
        _count = 0;
        _length = 0;
    }

    /// <summary>UTF-8. Most terms are short and ASCII, for which a plain loop is the fastest.</summary>
    private static int Encode(ReadOnlySpan<char> term, Span<byte> target)
    {
        target = target[..(term.Length * 3)];
        for (var i = 0; i < term.Length; i++)
        {
            if (term[i] >= 0x80)
            {
                return Encoding.UTF8.GetBytes(term, target);
            }

            target[i] = (byte)term[i];
        }

        return term.Length;
    }

    /// <summary>Where a term's bytes stand in the batch, their <see cref="TermHash"/>, and the term's position in the document.</summary>
    internal readonly record struct Occurrence(int Start, int Length, int Hash, int Position);
}
