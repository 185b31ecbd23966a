using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Segments;

/// <summary>The values of a number field.</summary>
public sealed class NumberColumn
{
    private readonly PackedTable _values;
    private readonly PackedTable? _present;
    private readonly ulong _least;
    private readonly int _maxDoc;
    private readonly Lazy<ColumnRuns?> _runs;

    internal NumberColumn(IndexInput input, ref ByteCursor meta, int maxDoc)
    {
        _maxDoc = maxDoc;
        _least = meta.ReadUInt64();
        _values = PackedTable.Read(input, ref meta, maxDoc);
        var presence = meta.ReadInt64();
        _present = presence == 0 ? null : new PackedTable(input, presence, 1, maxDoc);
        _runs = new Lazy<ColumnRuns?>(() => ColumnRuns.Find(maxDoc, CodeWidth, ReadCodes), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The document's value; false where it has none.</summary>
    public bool TryGet(int doc, out long value)
    {
        ColumnBounds.Check(doc, _maxDoc);
        value = 0;
        if (_present is not null && _present[doc] == 0)
        {
            return false;
        }

        value = (long)(_least + _values[doc]);
        return true;
    }

    /// <summary>Bits of the codes that <see cref="ReadCodes"/> gives.</summary>
    internal int CodeWidth => _values.Width;

    /// <summary>The number for a code.</summary>
    internal long Number(ulong code) => (long)(_least + code);

    /// <summary>Reads the codes of the documents that have a value.</summary>
    /// <param name="docs">Ascending.</param>
    /// <param name="present">Receives those that have one.</param>
    /// <param name="codes">Receives a code for each of these.</param>
    /// <returns>How many have one.</returns>
    internal int ReadCodes(ReadOnlySpan<int> docs, Span<int> present, Span<ulong> codes)
    {
        var count = 0;
        if (_present is null)
        {
            docs.CopyTo(present);
            count = docs.Length;
        }
        else
        {
            foreach (var doc in docs)
            {
                present[count] = doc;
                count += (int)_present[doc];
            }
        }

        _values.Read(present[..count], codes);
        return count;
    }

    /// <summary>Counts codes as <see cref="PackedTable.TryCount"/> does, if all documents have a value; else false.</summary>
    internal bool TryCount(ReadOnlySpan<int> docs, Span<int> counts) => _present is null && _values.TryCount(docs, counts);

    /// <summary>Stretches of documents with the same code, looked for when first asked for; null where there are too many.</summary>
    internal ColumnRuns? Runs => _runs.Value;

    /// <summary>Writes those of ascending documents whose value is in a range.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="from">Least value.</param>
    /// <param name="to">Greatest value.</param>
    /// <param name="kept">Room for all.</param>
    /// <returns>How many.</returns>
    internal int Keep(ReadOnlySpan<int> docs, long from, long to, Span<int> kept)
    {
        Span<ulong> codes = stackalloc ulong[docs.Length];
        var (found, count) = (ReadCodes(docs, kept, codes), 0);
        for (var i = 0; i < found; i++)
        {
            var value = Number(codes[i]);
            if (value >= from && value <= to)
            {
                kept[count++] = kept[i];
            }
        }

        return count;
    }

    /// <summary>Sets the bits of all documents whose value is in a range.</summary>
    internal void AddMatches(long from, long to, Span<ulong> bits)
    {
        if (Runs is { } runs)
        {
            var start = 0;
            for (var run = 0; run < runs.Count; run++)
            {
                if (IsWithin(runs.Codes[run], from, to))
                {
                    BitSet.AddRange(bits, start, runs.Ends[run]);
                }

                start = runs.Ends[run];
            }

            return;
        }

        Span<int> docs = stackalloc int[256];
        Span<int> kept = stackalloc int[256];
        for (var start = 0; start < _maxDoc; start += docs.Length)
        {
            var part = docs[..Math.Min(docs.Length, _maxDoc - start)];
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = start + i;
            }

            foreach (var doc in kept[..Keep(part, from, to, kept)])
            {
                BitSet.Add(bits, doc);
            }
        }
    }

    /// <summary>Writes the documents whose value is in a range, for a column with <see cref="Runs"/>.</summary>
    /// <param name="from">Least value.</param>
    /// <param name="to">Greatest value.</param>
    /// <param name="docs">Room for <see cref="CountWithin"/>.</param>
    /// <returns>How many.</returns>
    internal int WriteMatches(long from, long to, Span<int> docs)
    {
        var (runs, count, doc) = (Runs!, 0, 0);
        for (var run = 0; run < runs.Count; run++)
        {
            var end = runs.Ends[run];
            if (!IsWithin(runs.Codes[run], from, to))
            {
                doc = end;
            }

            while (doc < end)
            {
                docs[count++] = doc++;
            }
        }

        return count;
    }

    /// <summary>How many documents have a value in a range; where stretches do not say it, all that may.</summary>
    internal int CountWithin(long from, long to)
    {
        if (Runs is not { } runs)
        {
            return _maxDoc;
        }

        var (count, start) = (0, 0);
        for (var run = 0; run < runs.Count; run++)
        {
            count += IsWithin(runs.Codes[run], from, to) ? runs.Ends[run] - start : 0;
            start = runs.Ends[run];
        }

        return count;
    }

    private bool IsWithin(ulong code, long from, long to) => code != ColumnRuns.NoValue && Number(code) >= from && Number(code) <= to;
}

/// <summary>The values of a keyword field, as ordinals into a sorted dictionary.</summary>
public sealed class KeywordColumn
{
    /// <summary>A field of so few values keeps them once they are read: every facet names them again.</summary>
    private const int MostKeptValues = 1 << 14;

    private readonly string?[] _values;
    private readonly TermsReader _terms;
    private readonly IndexInput _input;
    private readonly PackedTable? _offsets;
    private readonly PackedTable _ordinals;
    private readonly Lazy<ColumnRuns?> _runs;
    private readonly int _maxDoc;

    internal KeywordColumn(IndexInput input, ref ByteCursor meta, int maxDoc, TermsReader? terms)
    {
        _input = input;
        _maxDoc = maxDoc;
        ValueCount = meta.ReadInt32();
        _terms = terms is not null && terms.Count == ValueCount
            ? terms
            : throw meta.Damaged($"expected {terms?.Count ?? 0} values as in the dictionary, found {ValueCount}");
        _values = ValueCount <= MostKeptValues ? new string?[ValueCount] : [];
        MaxValuesPerDocument = meta.ReadInt32(ValueCount);
        var isMulti = meta.ReadByte() != 0;
        if (isMulti)
        {
            _offsets = PackedTable.Read(input, ref meta, maxDoc + 1L);
            _ordinals = PackedTable.Read(input, ref meta, ColumnBounds.Offset(input, _offsets, maxDoc));
        }
        else
        {
            _ = meta.ReadByte();
            _ = meta.ReadInt64();
            _ordinals = PackedTable.Read(input, ref meta, maxDoc);
            if (_ordinals.Width > CodeWidth)
            {
                throw meta.Damaged($"expected ordinals of at most {CodeWidth} bits, found {_ordinals.Width}");
            }
        }

        _runs = new Lazy<ColumnRuns?>(() => IsSingle ? ColumnRuns.Find(maxDoc, CodeWidth, ReadAllCodes) : null, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Number of different values in the segment.</summary>
    public int ValueCount { get; }

    /// <summary>The most ordinals that a document has.</summary>
    public int MaxValuesPerDocument { get; }

    /// <summary>The value of an ordinal, from 0.</summary>
    public string Value(int ordinal)
    {
        if (_values.Length == 0)
        {
            return Encoding.UTF8.GetString(_terms.TermAt(ordinal));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, ValueCount);
        return _values[ordinal] ??= Encoding.UTF8.GetString(_terms.TermAt(ordinal));
    }

    /// <summary>Writes the document's ordinals, ascending and different, and gives their number; a <paramref name="ordinals"/> too short is an error, so take <see cref="MaxValuesPerDocument"/>.</summary>
    public int Read(int doc, Span<int> ordinals)
    {
        ColumnBounds.Check(doc, _maxDoc);
        if (_offsets is null)
        {
            var code = _ordinals[doc];
            if (code == 0)
            {
                return 0;
            }

            ordinals[0] = Ordinal(code - 1, doc);
            return 1;
        }

        var (start, count) = ColumnBounds.Values(_input, _offsets, doc, MaxValuesPerDocument);
        for (var i = 0; i < count; i++)
        {
            ordinals[i] = Ordinal(_ordinals[start + i], doc);
        }

        return count;
    }

    /// <summary>The value of a code that <see cref="ReadCodes"/> gives, or of an ordinal plus 1.</summary>
    internal string ValueOf(ulong code) => code - 1 < (ulong)ValueCount
        ? Value((int)code - 1)
        : throw _input.Damaged(_ordinals.Start, $"expected an ordinal below {ValueCount}, found {code - 1}");

    /// <summary>Bits of ordinal plus 1.</summary>
    internal int CodeWidth => FlatPacking.WidthOf((ulong)ValueCount);

    /// <summary>Whether no document has more than one value, so that <see cref="ReadCodes"/> may be used.</summary>
    internal bool IsSingle => _offsets is null;

    /// <summary>Counts codes; see <see cref="PackedTable.TryCount"/>.</summary>
    internal bool TryCount(ReadOnlySpan<int> docs, Span<int> counts) => _ordinals.TryCount(docs, counts);

    /// <summary>For each of ascending documents the ordinal plus 1, or 0 where it has none; not checked against <see cref="ValueCount"/>.</summary>
    internal void ReadCodes(ReadOnlySpan<int> docs, Span<ulong> codes) => _ordinals.Read(docs, codes);

    /// <summary>Stretches of documents with the same code, looked for when first asked for; null where there are too many, or documents with several values.</summary>
    internal ColumnRuns? Runs => _runs.Value;

    private int ReadAllCodes(ReadOnlySpan<int> docs, Span<int> present, Span<ulong> codes)
    {
        docs.CopyTo(present);
        ReadCodes(docs, codes);
        return docs.Length;
    }

    private int Ordinal(ulong found, int doc) =>
        found < (ulong)ValueCount ? (int)found : throw _input.Damaged(_ordinals.Start, $"expected an ordinal below {ValueCount} for document {doc}, found {found}");
}

/// <summary>The values of an interval field.</summary>
public sealed class IntervalColumn
{
    private readonly IndexInput _input;
    private readonly PackedTable _offsets;
    private readonly PackedTable _froms;
    private readonly PackedTable _lengths;
    private readonly ulong _least;
    private readonly int _maxDoc;

    internal IntervalColumn(IndexInput input, ref ByteCursor meta, int maxDoc)
    {
        _input = input;
        _maxDoc = maxDoc;
        var count = meta.ReadInt32();
        MaxValuesPerDocument = meta.ReadInt32(count);
        _offsets = PackedTable.Read(input, ref meta, maxDoc + 1L);
        _least = meta.ReadUInt64();
        _froms = PackedTable.Read(input, ref meta, count);
        _lengths = PackedTable.Read(input, ref meta, count);
    }

    /// <summary>The most intervals that a document has.</summary>
    public int MaxValuesPerDocument { get; }

    /// <summary>Writes the document's intervals in the order in which they were added, and gives their number.</summary>
    public int Read(int doc, Span<Interval> intervals)
    {
        ColumnBounds.Check(doc, _maxDoc);
        var (start, count) = ColumnBounds.Values(_input, _offsets, doc, MaxValuesPerDocument);
        for (var i = 0; i < count; i++)
        {
            var from = _least + _froms[start + i];
            intervals[i] = new Interval((long)from, (long)(from + _lengths[start + i]));
        }

        return count;
    }
}
