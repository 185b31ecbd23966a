using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Search.Matching;

/// <summary>The filters that are kept of one segment. One is kept when it is asked for the second time; what was not asked for longest goes first.</summary>
/// <param name="mostBytes">Most bytes of all sets together.</param>
internal sealed class SegmentFilters(long mostBytes)
{
    /// <summary>Most filters of which it is known that they were asked for.</summary>
    private const int MostKnown = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<Query, LinkedListNode<Entry>> _byQuery = [];

    /// <summary>The one that was asked for last stands first.</summary>
    private readonly LinkedList<Entry> _entries = [];

    /// <summary>Bytes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>Asks for a filter's documents, deleted ones too.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="isWanted">Whether they are not known and should be kept: to be given to <see cref="Keep"/>.</param>
    /// <returns>Null where they are not known.</returns>
    public DocSet? Ask(Query filter, out bool isWanted)
    {
        lock (_lock)
        {
            isWanted = false;
            _byQuery.TryGetValue(filter, out var node);
            if (node is null)
            {
                _byQuery[filter] = _entries.AddFirst(new Entry(filter));
                DropLast();
                return null;
            }

            _entries.Remove(node);
            _entries.AddFirst(node);
            isWanted = node.Value.Set is null;
            return node.Value.Set;
        }
    }

    /// <summary>Keeps a filter's documents.</summary>
    /// <returns>The same set.</returns>
    public DocSet Keep(Query filter, DocSet set)
    {
        lock (_lock)
        {
            // Another thread may have been first, or the entry may have gone meanwhile.
            if (_byQuery.TryGetValue(filter, out var node) && node.Value.Set is null && set.Bytes <= mostBytes)
            {
                node.Value.Set = set;
                Bytes += set.Bytes;
                DropLast();
            }
        }

        return set;
    }

    private void DropLast()
    {
        while (_entries.Count > MostKnown || Bytes > mostBytes)
        {
            var last = _entries.Last!.Value;
            _entries.RemoveLast();
            _byQuery.Remove(last.Filter);
            Bytes -= last.Set?.Bytes ?? 0;
        }
    }

    private sealed class Entry(Query filter)
    {
        public Query Filter => filter;

        public DocSet? Set { get; set; }
    }
}
