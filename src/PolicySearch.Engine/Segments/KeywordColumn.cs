using System.Text;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

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
