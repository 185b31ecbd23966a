using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>Documents of a segment, as an ascending list where they are few and as bits where they are many. What it stands on belongs to a <see cref="SegmentPass"/>.</summary>
internal sealed class DocSet
{
    /// <summary>Bits are read word by word.</summary>
    private const int RoomForWord = 64;

    private readonly int[]? _list;
    private readonly ulong[]? _bits;
    private readonly int _length;
    private int _count;

    private DocSet(int[]? list, ulong[]? bits, int length, int count)
    {
        (_list, _bits, _length, _count) = (list, bits, length, count);
    }

    public static DocSet Empty { get; } = OfList([], 0);

    public bool IsList => _list is not null;

    /// <summary>The documents of a list.</summary>
    public ReadOnlySpan<int> List => _list.AsSpan(0, _list is null ? 0 : _length);

    /// <summary>The words of a bit set.</summary>
    public ReadOnlySpan<ulong> Bits => _bits.AsSpan(0, _bits is null ? 0 : _length);

    public int Count => _count >= 0 ? _count : _count = BitSet.Count(Bits);

    public bool IsEmpty => Count == 0;

    public static DocSet OfList(int[] docs, int count) => new(docs, null, count, count);

    /// <summary>A set of bits.</summary>
    /// <param name="bits">At least <paramref name="words"/> words.</param>
    /// <param name="words">Words that count.</param>
    public static DocSet OfBits(ulong[] bits, int words) => new(null, bits, words, -1);

    public bool Contains(int doc) => _bits is not null ? BitSet.Contains(_bits, doc) : List.BinarySearch(doc) >= 0;

    /// <summary>Sets the bits of all documents.</summary>
    public void AddTo(Span<ulong> bits)
    {
        foreach (var doc in List)
        {
            BitSet.Add(bits, doc);
        }

        var words = Bits;
        for (var i = 0; i < words.Length; i++)
        {
            bits[i] |= words[i];
        }
    }

    /// <summary>The set as bits.</summary>
    public DocSet ToBits(SegmentPass pass)
    {
        if (!IsList)
        {
            return this;
        }

        var bits = pass.RentBits();
        AddTo(bits);
        return OfBits(bits, pass.Words);
    }

    /// <summary>The set as a list.</summary>
    public DocSet ToList(SegmentPass pass) => IsList ? this : CopyTo(pass.RentList(Count + RoomForWord), pass);

    /// <summary>The set for counting stretches of documents.</summary>
    public DocRanks Ranks(SegmentPass pass) => new(ToBits(pass)._bits!, pass.Words, pass.RentList(pass.Words));

    /// <summary>A copy that stands on memory of its own: bits, unless a list is much shorter.</summary>
    public DocSet Copy(SegmentPass pass)
    {
        if (Count > pass.Words / 2)
        {
            var bits = new ulong[pass.Words];
            AddTo(bits);
            return new DocSet(null, bits, bits.Length, Count);
        }

        return CopyTo(new int[Count + RoomForWord], pass);
    }

    /// <summary>Bytes of the documents' memory.</summary>
    public long Bytes => ((long)(_list?.Length ?? 0) * sizeof(int)) + ((long)(_bits?.Length ?? 0) * sizeof(ulong));

    /// <summary>The documents that are in both.</summary>
    public DocSet And(DocSet other, SegmentPass pass) =>
        IsList ? Keep(other, wanted: true, pass)
        : other.IsList ? other.Keep(this, wanted: true, pass)
        : Combine(other.Bits, 0, pass);

    /// <summary>The documents that are not in the other.</summary>
    public DocSet Without(DocSet other, SegmentPass pass)
    {
        if (IsList)
        {
            return Keep(other, wanted: false, pass);
        }

        return Combine(other.ToBits(pass).Bits, ulong.MaxValue, pass);
    }

    /// <summary>The documents whose bit is set; all where there are no bits.</summary>
    public DocSet Live(ReadOnlySpan<ulong> live, SegmentPass pass)
    {
        if (live.IsEmpty)
        {
            return this;
        }

        if (!IsList)
        {
            return Combine(live, 0, pass);
        }

        var kept = pass.RentList(_length);
        var count = 0;
        foreach (var doc in List)
        {
            kept[count] = doc;
            count += BitSet.Contains(live, doc) ? 1 : 0;
        }

        return OfList(kept, count);
    }

    /// <summary>Where to begin reading for documents at and after this one; some before it may come first.</summary>
    public int PlaceOf(int doc)
    {
        var at = IsList ? List.BinarySearch(doc) : doc >> 6;
        return at < 0 ? ~at : at;
    }

    /// <summary>Writes the next documents at and after <paramref name="from"/>, which moves on.</summary>
    /// <param name="from">0 at first: a place in the list, or a word of the bits.</param>
    /// <param name="docs">Room for at least 64.</param>
    /// <param name="path">How vectors are used.</param>
    /// <returns>How many; 0 at the end.</returns>
    public int Read(ref int from, Span<int> docs, VectorPath path)
    {
        if (IsList)
        {
            var part = List[from..Math.Min(_length, from + docs.Length)];
            part.CopyTo(docs);
            from += part.Length;
            return part.Length;
        }

        return BitDecoder.Read(Bits, ref from, docs, low: 0, path);
    }

    private DocSet CopyTo(int[] list, SegmentPass pass)
    {
        var (count, from) = (0, 0);
        for (var read = Read(ref from, list, pass.Path); read > 0; read = Read(ref from, list.AsSpan(count), pass.Path))
        {
            count += read;
        }

        return OfList(list, count);
    }

    private DocSet Keep(DocSet other, bool wanted, SegmentPass pass)
    {
        var kept = pass.RentList(_length);
        var count = 0;
        if (other.IsList)
        {
            var theirs = other.List;
            var at = 0;
            foreach (var doc in List)
            {
                while (at < theirs.Length && theirs[at] < doc)
                {
                    at++;
                }

                kept[count] = doc;
                count += (at < theirs.Length && theirs[at] == doc) == wanted ? 1 : 0;
            }

            return OfList(kept, count);
        }

        var bits = other.Bits;
        foreach (var doc in List)
        {
            kept[count] = doc;
            count += BitSet.Contains(bits, doc) == wanted ? 1 : 0;
        }

        return OfList(kept, count);
    }

    private DocSet Combine(ReadOnlySpan<ulong> other, ulong flip, SegmentPass pass)
    {
        var result = pass.RentBits();
        var words = Bits;
        for (var i = 0; i < words.Length; i++)
        {
            result[i] = words[i] & (other[i] ^ flip);
        }

        return OfBits(result, _length);
    }
}
