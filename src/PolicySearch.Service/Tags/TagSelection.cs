using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tags;

/// <summary>Finds the passages that have one of certain tags, by their columns, so that no other has to be read.</summary>
/// <param name="ids">The ids by type.</param>
internal sealed class TagSelection(IReadOnlyDictionary<MentionType, HashSet<string>> ids)
{
    /// <summary>The passages of a live record, with one of the tags; records and passages ascend.</summary>
    public IEnumerable<(int Record, int Doc)> Passages(SegmentReader segment)
    {
        var columns = ids.Where(pair => pair.Key != MentionType.Year)
            .Select(pair => (Column: segment.Keywords(Spelling.Of(pair.Key)), Ids: pair.Value))
            .Where(pair => pair.Column is not null)
            .Select(pair => new Ordinals(pair.Column!, pair.Ids))
            .ToArray();
        var years = ids.TryGetValue(MentionType.Year, out var wanted) ? new YearColumns(segment) : null;
        var found = new HashSet<Interval>();
        foreach (var (record, start, end) in TagCounter.LiveRecords(segment))
        {
            for (var doc = start; doc < end; doc++)
            {
                if (Array.Exists(columns, column => column.IsIn(doc)) || HasYear(doc))
                {
                    yield return (record, doc);
                }
            }
        }

        bool HasYear(int doc)
        {
            found.Clear();
            years?.AddTo(doc, found);
            return found.Any(interval => wanted!.Contains(TagCounter.YearId(interval)));
        }
    }

    private sealed class Ordinals
    {
        private readonly KeywordColumn _column;
        private readonly bool[] _wanted;
        private readonly int[] _ordinals;

        public Ordinals(KeywordColumn column, HashSet<string> ids)
        {
            _column = column;
            _wanted = [.. Enumerable.Range(0, column.ValueCount).Select(ordinal => ids.Contains(column.Value(ordinal)))];
            _ordinals = new int[column.MaxValuesPerDocument];
        }

        public bool IsIn(int doc)
        {
            var count = _column.Read(doc, _ordinals);
            foreach (var ordinal in _ordinals.AsSpan(0, count))
            {
                if (_wanted[ordinal])
                {
                    return true;
                }
            }

            return false;
        }
    }
}
