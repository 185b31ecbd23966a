using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges columns, document by document; no more than one document's values are in memory.</summary>
internal sealed class ColumnMerger(IReadOnlyList<MergeSource> sources, MergeRuns runs, int maxDoc, ColumnsWriter columns)
{
    public void MergeNumbers(string field) => columns.AddNumbers(field, maxDoc, Open<long>((source, _) =>
        source.Core.Columns.Numbers.GetValueOrDefault(field) is { } column
            ? new(1, (doc, values) => column.TryGet(doc, out values[0]) ? 1 : 0)
            : default));

    public void MergeKeywords(string field, KeywordOrdinals ordinals)
    {
        var values = Open<int>((source, number) => source.Core.Columns.Keywords.GetValueOrDefault(field) is { } column
            ? new(column.MaxValuesPerDocument, (doc, read) =>
            {
                // The order of terms is kept, so ordinals stay ascending.
                var count = column.Read(doc, read);
                foreach (ref var ordinal in read[..count])
                {
                    ordinal = ordinals[number, ordinal];
                }

                return count;
            })
            : default);
        columns.AddKeywords(field, maxDoc, values, ordinals.Count);
    }

    public void MergeIntervals(string field) => columns.AddIntervals(field, maxDoc, Open<Interval>((source, _) =>
        source.Core.Columns.Intervals.GetValueOrDefault(field) is { } column
            ? new(column.MaxValuesPerDocument, column.Read)
            : default));

    private MergedValues<T> Open<T>(Func<MergeSource, int, SourceColumn<T>> open) => new(runs, [.. sources.Select(open)]);
}
