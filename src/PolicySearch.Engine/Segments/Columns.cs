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

    internal NumberColumn(IndexInput input, ref ByteCursor meta, int maxDoc)
    {
        _maxDoc = maxDoc;
        _least = meta.ReadUInt64();
        _values = PackedTable.Read(input, ref meta, maxDoc);
        var presence = meta.ReadInt64();
        _present = presence == 0 ? null : new PackedTable(input, presence, 1, maxDoc);
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
}

/// <summary>The values of a keyword field, as ordinals into a sorted dictionary.</summary>
public sealed class KeywordColumn
{
    private readonly TermsReader _terms;
    private readonly IndexInput _input;
    private readonly PackedTable? _offsets;
    private readonly PackedTable _ordinals;
    private readonly int _maxDoc;

    internal KeywordColumn(IndexInput input, ref ByteCursor meta, int maxDoc, TermsReader? terms)
    {
        _input = input;
        _maxDoc = maxDoc;
        ValueCount = meta.ReadInt32();
        _terms = terms is not null && terms.Count == ValueCount
            ? terms
            : throw meta.Damaged($"expected {terms?.Count ?? 0} values as in the dictionary, found {ValueCount}");
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
        }
    }

    /// <summary>Number of different values in the segment.</summary>
    public int ValueCount { get; }

    /// <summary>The most ordinals that a document has.</summary>
    public int MaxValuesPerDocument { get; }

    /// <summary>The value of an ordinal, from 0.</summary>
    public string Value(int ordinal) => Encoding.UTF8.GetString(_terms.TermAt(ordinal));

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
