using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges the sources' orders of keys, which takes no memory for the records.</summary>
internal static class KeyMerge
{
    /// <summary>The new numbers of the live records, which must have been given, in the order of their keys, equal ones by number.</summary>
    public static IEnumerable<int> Sorted(IEnumerable<MergeSource> sources, CancellationToken stop)
    {
        var cursors = sources.Select(source => new Cursor(source)).Where(cursor => cursor.MoveNext()).ToList();
        while (cursors.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            var least = cursors[0];
            foreach (var cursor in cursors)
            {
                least = cursor.IsBefore(least) ? cursor : least;
            }

            yield return least.Record;
            if (!least.MoveNext())
            {
                cursors.Remove(least);
            }
        }
    }

    /// <summary>Walks over a source's live records in the order of keys.</summary>
    private sealed class Cursor(MergeSource source)
    {
        private readonly RecordKeys _keys = source.Core.Records.Keys();
        private int _place;
        private int _record;
        private ulong _prefix;

        /// <summary>The record's new number.</summary>
        public int Record => source.NewRecord(_record);

        public bool MoveNext()
        {
            while (_place < source.RecordCount)
            {
                _record = source.Core.Records.Sorted(_place++);
                if (source.IsLive(_record))
                {
                    _prefix = ByteOrder.Prefix(_keys.Read(_record));
                    return true;
                }
            }

            return false;
        }

        public bool IsBefore(Cursor other)
        {
            if (_prefix != other._prefix)
            {
                return _prefix < other._prefix;
            }

            var byKey = _keys.Read(_record).SequenceCompareTo(other._keys.Read(other._record));
            return byKey != 0 ? byKey < 0 : Record < other.Record;
        }
    }
}
