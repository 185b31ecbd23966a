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

        columns.AddKeywords(field, maxDoc, new OrdinalValues(_terms, ordinals), Postings.TermCount);
    }

    /// <summary>Ordinals for the numbers of terms.</summary>
    private sealed class OrdinalValues(ColumnValues<int> terms, int[] ordinals) : ColumnValues<int>
    {
        private int[] _values = new int[16];

        public override void Restart() => terms.Restart();

        public override ReadOnlySpan<int> Next()
        {
            var numbers = terms.Next();
            if (numbers.Length > _values.Length)
            {
                _values = new int[numbers.Length * 2];
            }

            var values = _values.AsSpan(0, numbers.Length);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = ordinals[numbers[i]];
            }

            values.Sort();
            return values;
        }
    }
}

/// <summary>A number field in the buffer.</summary>
internal sealed class NumberBuffer(PagePool pages)
{
    private readonly DocumentValues<long> _values = new(pages);

    public long Bytes => _values.Bytes;

    public void Release() => _values.Release();

    public void Add(int doc, long value) => _values.Add(doc, value);

    public void Write(string field, int maxDoc, ColumnsWriter columns) => columns.AddNumbers(field, maxDoc, _values);
}

/// <summary>An interval field in the buffer.</summary>
internal sealed class IntervalBuffer(PagePool pages)
{
    private readonly DocumentValues<Interval> _values = new(pages);

    public long Bytes => _values.Bytes;

    public void Release() => _values.Release();

    public void Add(int doc, Interval value) => _values.Add(doc, value);

    public void Write(string field, int maxDoc, ColumnsWriter columns) => columns.AddIntervals(field, maxDoc, _values);
}

/// <summary>Values by document, documents ascending.</summary>
internal sealed class DocumentValues<T>(PagePool pages) : ColumnValues<T>
    where T : unmanaged
{
    private readonly PagedList<Pair> _pairs = new(pages);
    private T[] _values = new T[4];
    private int _doc;
    private int _at;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => _pairs.Bytes;

    public void Add(int doc, T value) => _pairs.Add(new Pair { Doc = doc, Value = value });

    /// <summary>Gives the memory back; the values are gone.</summary>
    public void Release() => _pairs.Release();

    public override void Restart()
    {
        _doc = 0;
        _at = 0;
    }

    public override ReadOnlySpan<T> Next()
    {
        var count = 0;
        for (; _at < _pairs.Count && _pairs[_at].Doc == _doc; _at++)
        {
            if (count == _values.Length)
            {
                Array.Resize(ref _values, count * 2);
            }

            _values[count++] = _pairs[_at].Value;
        }

        _doc++;
        return _values.AsSpan(0, count);
    }

    private struct Pair
    {
        public int Doc;
        public T Value;
    }
}
