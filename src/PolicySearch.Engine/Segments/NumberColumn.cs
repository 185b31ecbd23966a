using PolicySearch.Engine.Formats;

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
            if (TryCodes(from, to, out var least, out var most))
            {
                runs.AddWithin(least, most, bits);
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

    /// <summary>How many documents have a value in a range; where stretches do not say it, all that may.</summary>
    internal int CountWithin(long from, long to) =>
        Runs is not { } runs ? _maxDoc
        : TryCodes(from, to, out var least, out var most) ? runs.CountWithin(least, most)
        : 0;

    /// <summary>The codes for a range of numbers; false where all numbers are above it.</summary>
    private bool TryCodes(long from, long to, out ulong least, out ulong most)
    {
        // The difference of two longs may not fit into one, but always fits without a sign.
        least = from <= (long)_least ? 0 : (ulong)from - _least;
        most = Math.Min((ulong)to - _least, ColumnRuns.NoValue - 1);
        return to >= (long)_least;
    }
}
