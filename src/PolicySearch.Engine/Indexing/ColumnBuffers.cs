using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>A keyword field in the buffer.</summary>
internal sealed class KeywordBuffer(SlicePool pool, PagePool pages)
{
    private readonly DocumentValues<int> _terms = new(pages);
    private byte[] _utf8 = new byte[256];

    public FieldPostings Postings { get; } = new(pool, pages, isText: false);

    public long Bytes => Postings.Bytes + _terms.Bytes;

    public void Release()
    {
        Postings.Release();
        _terms.Release();
    }

    /// <summary>Adds a value; one that the document already has changes nothing.</summary>
    public void Add(int doc, ReadOnlySpan<char> value)
    {
        if (value.Length * 3 > _utf8.Length)
        {
            _utf8 = new byte[value.Length * 3];
        }

        var length = Encoding.UTF8.GetBytes(value, _utf8);
        var (term, isNew) = Postings.Add(_utf8.AsSpan(0, length), doc);
        if (isNew)
        {
            _terms.Add(doc, term);
        }
    }

    /// <summary>Writes the column; <paramref name="order"/> has the terms' numbers in the order of terms.</summary>
    public void Write(string field, int maxDoc, int[] order, ColumnsWriter columns)
    {
        var ordinals = new int[order.Length];
        for (var ordinal = 0; ordinal < order.Length; ordinal++)
        {
            ordinals[order[ordinal]] = ordinal;
        }

        var (offsets, values) = _terms.ToColumn(maxDoc);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ordinals[values[i]];
        }

        for (var doc = 0; doc < maxDoc; doc++)
        {
            values.AsSpan(offsets[doc]..offsets[doc + 1]).Sort();
        }

        columns.AddKeywords(field, offsets, values, Postings.TermCount);
    }
}

/// <summary>A number field in the buffer.</summary>
internal sealed class NumberBuffer(PagePool pages)
{
    private readonly DocumentValues<long> _values = new(pages);

    public long Bytes => _values.Bytes;

    public void Release() => _values.Release();

    public void Add(int doc, long value) => _values.Add(doc, value);

    public void Write(string field, int maxDoc, ColumnsWriter columns)
    {
        var values = new long[maxDoc];
        var present = BitSet.Create(maxDoc);
        for (var i = 0; i < _values.Count; i++)
        {
            var (doc, value) = _values[i];
            values[doc] = value;
            BitSet.Add(present, doc);
        }

        columns.AddNumbers(field, values, present);
    }
}

/// <summary>An interval field in the buffer.</summary>
internal sealed class IntervalBuffer(PagePool pages)
{
    private readonly DocumentValues<Interval> _values = new(pages);

    public long Bytes => _values.Bytes;

    public void Release() => _values.Release();

    public void Add(int doc, Interval value) => _values.Add(doc, value);

    public void Write(string field, int maxDoc, ColumnsWriter columns)
    {
        var (offsets, intervals) = _values.ToColumn(maxDoc);
        columns.AddIntervals(field, offsets, intervals);
    }
}

/// <summary>Values by document, documents ascending.</summary>
internal sealed class DocumentValues<T>(PagePool pages)
    where T : unmanaged
{
    private readonly PagedList<Pair> _pairs = new(pages);

    public int Count => _pairs.Count;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => _pairs.Bytes;

    public (int Doc, T Value) this[int index] => (_pairs[index].Doc, _pairs[index].Value);

    public void Add(int doc, T value) => _pairs.Add(new Pair { Doc = doc, Value = value });

    /// <summary>Gives the memory back; the values are gone.</summary>
    public void Release() => _pairs.Release();

    /// <summary>All values, and for each document the number of values before it; at the end the number of all.</summary>
    public (int[] Offsets, T[] Values) ToColumn(int maxDoc)
    {
        var offsets = new int[maxDoc + 1];
        var values = new T[Count];
        for (var i = 0; i < values.Length; i++)
        {
            (var doc, values[i]) = this[i];
            offsets[doc + 1]++;
        }

        for (var doc = 0; doc < maxDoc; doc++)
        {
            offsets[doc + 1] += offsets[doc];
        }

        return (offsets, values);
    }

    private struct Pair
    {
        public int Doc;
        public T Value;
    }
}
