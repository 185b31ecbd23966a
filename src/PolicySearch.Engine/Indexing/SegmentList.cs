using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The segments of a writer, in order, and which of their files are not yet on the disk for sure.</summary>
internal sealed class SegmentList(IndexDirectory directory, IndexSchema schema)
{
    private readonly List<WriterSegment> _segments = [];
    private readonly HashSet<string> _unsynced = new(StringComparer.Ordinal);

    public int Count => _segments.Count;

    public IReadOnlyList<WriterSegment> Segments => _segments;

    /// <summary>Files written since the last commit.</summary>
    public IReadOnlySet<string> Unsynced => _unsynced;

    public IReadOnlyList<SegmentSize> Sizes => [.. _segments.Select(s => s.Size)];

    public IEnumerable<string> FileNames => _segments.SelectMany(s => s.FileNames);

    /// <summary>Opens a segment of a commit.</summary>
    public void AddCommitted(SegmentInfo info) => _segments.Add(new WriterSegment(SegmentOpener.Open(directory, info, null)));

    /// <summary>Opens a segment that was just written.</summary>
    public WriterSegment AddNew(SegmentInfo info, LiveRecords? live, int place)
    {
        var segment = new WriterSegment(SegmentOpener.Open(directory, info, null));
        segment.SetLive(live);
        _segments.Insert(place, segment);
        _unsynced.UnionWith(info.Files.Select(f => f.Name));
        return segment;
    }

    /// <summary>Deletes the live record with the key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(ReadOnlySpan<byte> key)
    {
        foreach (var segment in _segments)
        {
            if (segment.Delete(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Deletes all records that have the key of a live one of these.</summary>
    public void DeleteAll(BufferedRecords records) => _segments.ForEach(segment => segment.DeleteAll(records));

    /// <summary>Writes changed deletions, and drops segments of which nothing lives.</summary>
    /// <param name="running">The merge that is running; its sources stay.</param>
    public void PrepareCommit(SegmentMerge? running)
    {
        foreach (var segment in _segments.Where(s => s.IsAllDeleted).ToList())
        {
            if (running is null || running.Sources.All(s => s.Segment != segment))
            {
                Remove(segment);
            }
        }

        foreach (var segment in _segments)
        {
            if (segment.WriteLive(directory) is { } file)
            {
                _unsynced.Add(file);
            }
        }
    }

    public IReadOnlyList<SegmentInfo> ToInfos() => [.. _segments.Select(s => s.ToInfo())];

    /// <summary>Called when all files of the list are on the disk.</summary>
    public void MarkSynced() => _unsynced.Clear();

    /// <summary>Starts a merge of the segments at these places; null where they would make a segment of too many documents.</summary>
    /// <param name="places">Which segments.</param>
    /// <param name="name">Name of the new one.</param>
    /// <param name="reorderBytes">Memory for reordering records; 0 where they stay in their order.</param>
    public SegmentMerge? Start(IReadOnlyList<int> places, string name, long reorderBytes)
    {
        var sources = places.Order().Select(p => new MergeSource(_segments[p])).ToList();
        return sources.Sum(s => (long)s.MaxDoc) < int.MaxValue ? new SegmentMerge(directory, schema, name, sources, reorderBytes) : null;
    }

    /// <summary>Puts a merge's result in place of its sources, with the deletions made meanwhile.</summary>
    public void Finish(SegmentMerge merge)
    {
        var merged = merge.Result is null ? null : AddNew(merge.Result, null, _segments.IndexOf(merge.Sources[0].Segment));
        foreach (var source in merge.Sources)
        {
            for (var record = 0; merged is not null && record < source.RecordCount; record++)
            {
                if (source.IsLive(record) && source.Segment.Live is { } now && !now.IsLive(record))
                {
                    merged.Delete(source.NewRecord(record));
                }
            }

            Remove(source.Segment);
        }
    }

    /// <summary>Closes all segments.</summary>
    public void Release()
    {
        while (_segments.Count > 0)
        {
            Remove(_segments[^1]);
        }
    }

    private void Remove(WriterSegment segment)
    {
        _segments.Remove(segment);
        segment.Core.Release();
    }
}
