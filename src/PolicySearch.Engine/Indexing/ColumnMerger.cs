using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges columns.</summary>
internal sealed class ColumnMerger(IReadOnlyList<MergeSource> sources, int maxDoc, ColumnsWriter columns)
{
    public void MergeNumbers(string field)
    {
        var values = new NumberBuffer();
        foreach (var source in sources)
        {
            if (source.Core.Columns.Numbers.GetValueOrDefault(field) is not { } column)
            {
                continue;
            }

            for (var doc = 0; doc < source.MaxDoc; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target && column.TryGet(doc, out var value))
                {
                    values.Add(target, value);
                }
            }
        }

        values.Write(field, maxDoc, columns);
    }

    public void MergeKeywords(string field, KeywordOrdinals ordinals)
    {
        var merged = new DocumentValues<int>();
        for (var number = 0; number < sources.Count; number++)
        {
            var source = sources[number];
            if (source.Core.Columns.Keywords.GetValueOrDefault(field) is not { } column)
            {
                continue;
            }

            var read = new int[column.MaxValuesPerDocument];
            for (var doc = 0; doc < source.MaxDoc; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target)
                {
                    var count = column.Read(doc, read);
                    for (var i = 0; i < count; i++)
                    {
                        // The order of terms is kept, so ordinals stay ascending.
                        merged.Add(target, ordinals[number, read[i]]);
                    }
                }
            }
        }

        var (offsets, values) = merged.ToColumn(maxDoc);
        columns.AddKeywords(field, offsets, values, ordinals.Count);
    }

    public void MergeIntervals(string field)
    {
        var merged = new IntervalBuffer();
        foreach (var source in sources)
        {
            if (source.Core.Columns.Intervals.GetValueOrDefault(field) is not { } column)
            {
                continue;
            }

            var read = new Interval[column.MaxValuesPerDocument];
            for (var doc = 0; doc < source.MaxDoc; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target)
                {
                    var count = column.Read(doc, read);
                    for (var i = 0; i < count; i++)
                    {
                        merged.Add(target, read[i]);
                    }
                }
            }
        }

        merged.Write(field, maxDoc, columns);
    }
}
