using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges columns. Each is read twice, to count and to copy, so that no more memory is taken than the values need.</summary>
internal sealed class ColumnMerger(IReadOnlyList<MergeSource> sources, int maxDoc, ColumnsWriter columns)
{
    /// <summary>Reads the values of a document into a buffer that is long enough.</summary>
    /// <returns>Their number.</returns>
    private delegate int ReadValues<T>(int doc, Span<T> values);

    public void MergeNumbers(string field)
    {
        if (sources.All(s => !s.Core.Columns.Numbers.ContainsKey(field)))
        {
            return;
        }

        var values = new long[maxDoc];
        var present = BitSet.Create(maxDoc);
        foreach (var source in sources)
        {
            if (source.Core.Columns.Numbers.GetValueOrDefault(field) is not { } column)
            {
                continue;
            }

            for (var doc = 0; doc < source.MaxDoc; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target && column.TryGet(doc, out values[target]))
                {
                    BitSet.Add(present, target);
                }
            }
        }

        columns.AddNumbers(field, values, present);
    }

    public void MergeKeywords(string field, KeywordOrdinals ordinals)
    {
        var (offsets, values) = Merge<int>(source => source.Core.Columns.Keywords.GetValueOrDefault(field) is { } column
            ? (column.MaxValuesPerDocument, column.Read)
            : default);
        foreach (var (number, source) in sources.Index())
        {
            for (var doc = 0; doc < source.MaxDoc; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target)
                {
                    // The order of terms is kept, so ordinals stay ascending.
                    foreach (ref var ordinal in values.AsSpan(offsets[target]..offsets[target + 1]))
                    {
                        ordinal = ordinals[number, ordinal];
                    }
                }
            }
        }

        columns.AddKeywords(field, offsets, values, ordinals.Count);
    }

    public void MergeIntervals(string field)
    {
        var (offsets, values) = Merge<Interval>(source => source.Core.Columns.Intervals.GetValueOrDefault(field) is { } column
            ? (column.MaxValuesPerDocument, column.Read)
            : default);
        columns.AddIntervals(field, offsets, values);
    }

    /// <summary>The values of all sources as they stand there, with the number of values before each document, and of all at the end.</summary>
    private (int[] Offsets, T[] Values) Merge<T>(Func<MergeSource, (int Most, ReadValues<T>? Read)> open)
    {
        var offsets = new int[maxDoc + 1];
        foreach (var source in sources)
        {
            ForEachDocument(source, open(source), (target, values) => offsets[target + 1] = values.Length);
        }

        for (var doc = 0; doc < maxDoc; doc++)
        {
            offsets[doc + 1] = checked(offsets[doc + 1] + offsets[doc]);
        }

        var all = new T[offsets[maxDoc]];
        foreach (var source in sources)
        {
            ForEachDocument(source, open(source), (target, values) => values.CopyTo(all.AsSpan(offsets[target])));
        }

        return (offsets, all);
    }

    private static void ForEachDocument<T>(MergeSource source, (int Most, ReadValues<T>? Read) column, TakeValues<T> take)
    {
        if (column.Read is null)
        {
            return;
        }

        var read = new T[column.Most];
        for (var doc = 0; doc < source.MaxDoc; doc++)
        {
            if (source.NewDoc(doc) is >= 0 and var target)
            {
                take(target, read.AsSpan(0, column.Read(doc, read)));
            }
        }
    }

    private delegate void TakeValues<T>(int doc, ReadOnlySpan<T> values);
}
