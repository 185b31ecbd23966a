using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Indexing;

/// <summary>A column of a merge, read from the sources as it is written.</summary>
/// <param name="runs">The documents in their new order.</param>
/// <param name="columns">The field's column in each source.</param>
internal sealed class MergedValues<T>(MergeRuns runs, IReadOnlyList<SourceColumn<T>> columns) : ColumnValues<T>
{
    private readonly T[] _values = new T[columns.Max(c => c.Most)];
    private IEnumerator<MergeRun> _runs = runs.GetEnumerator();
    private MergeRun _run;
    private int _doc;

    public override void Restart()
    {
        _runs = runs.GetEnumerator();
        _run = default;
        _doc = 0;
    }

    public override ReadOnlySpan<T> Next()
    {
        while (_doc == _run.EndDoc)
        {
            _runs.MoveNext();
            _run = _runs.Current;
            _doc = _run.FirstDoc;
        }

        return columns[_run.SourceNumber].Read is { } read ? _values.AsSpan(0, read(_doc++, _values)) : Skip();
    }

    private ReadOnlySpan<T> Skip()
    {
        _doc++;
        return [];
    }
}

/// <summary>A field's column in one source.</summary>
/// <param name="Most">Most values of a document.</param>
/// <param name="Read">Reads the values of a document into a buffer that is long enough, and gives their number; null where the source has no such column.</param>
internal readonly record struct SourceColumn<T>(int Most, SourceColumn<T>.ReadValues? Read)
{
    internal delegate int ReadValues(int doc, Span<T> values);
}
