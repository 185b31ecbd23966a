using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>A segment as its writer holds it: opened files, and deletions that may not be committed yet.</summary>
internal sealed class WriterSegment
{
    private readonly SegmentInfo _info;
    private SegmentFile? _liveFile;
    private long _liveGeneration;
    private bool _isLiveChanged;

    /// <param name="reader">The opened segment; its reference to the files passes to this object.</param>
    public WriterSegment(SegmentReader reader)
    {
        _info = reader.Info;
        Core = reader.Core;
        Live = reader.LiveRecords?.Clone();
        DeletedDocs = reader.MaxDoc - reader.NumDocs;
        _liveFile = _info.Find(SegmentFileKind.Live);
        _liveGeneration = _info.LiveGeneration;
    }

    public string Name => _info.Name;

    public SegmentCore Core { get; }

    public int MaxDoc => _info.MaxDoc;

    public int RecordCount => _info.RecordCount;

    /// <summary>Null where none is deleted.</summary>
    public LiveRecords? Live { get; private set; }

    public int DeletedDocs { get; private set; }

    public bool IsAllDeleted => Live is { LiveCount: 0 };

    public SegmentSize Size => new(_info.Bytes, MaxDoc, DeletedDocs);

    /// <summary>Names of its files as they stand on the disk.</summary>
    public IEnumerable<string> FileNames => ToInfo().Files.Select(f => f.Name);

    public bool Delete(ReadOnlySpan<byte> key)
    {
        var record = Core.Records.Find(key, Live);
        if (record < 0)
        {
            return false;
        }

        Delete(record);
        return true;
    }

    /// <summary>Deletes all records that have the key of a live one of these.</summary>
    public void DeleteAll(BufferedRecords records)
    {
        // A look-up costs about as much as reading this many keys in order.
        const int lookUp = 32;
        if ((long)records.Count * lookUp < RecordCount)
        {
            for (var i = 0; i < records.Count; i++)
            {
                if (records.IsLive(i))
                {
                    Delete(records.Key(i));
                }
            }

            return;
        }

        var keys = Core.Records.Keys();
        for (var record = 0; record < RecordCount; record++)
        {
            if ((Live is null || Live.IsLive(record)) && records.Contains(keys.Read(record)))
            {
                Delete(record);
            }
        }
    }

    public void Delete(int record)
    {
        Live ??= LiveRecords.All(RecordCount);
        Live.Delete(record);
        var (start, end) = Core.Records.Documents(record);
        DeletedDocs += end - start;
        _isLiveChanged = true;
    }

    /// <summary>Sets the deletions of a segment that was just written.</summary>
    public void SetLive(LiveRecords? live)
    {
        for (var record = 0; live is not null && record < RecordCount; record++)
        {
            if (!live.IsLive(record))
            {
                Delete(record);
            }
        }
    }

    /// <summary>Writes the deletions where they have changed.</summary>
    /// <returns>The new file, or null.</returns>
    public string? WriteLive(IndexDirectory directory)
    {
        if (!_isLiveChanged)
        {
            return null;
        }

        var generation = _liveGeneration + 1;
        var name = SegmentFormats.FileName(Name, SegmentFileKind.Live, generation);
        using var output = new IndexOutput(directory, name, LiveFormat.Format);
        var seal = LiveFormat.Write(output, Live!);
        _liveFile = new SegmentFile(SegmentFileKind.Live, name, LiveFormat.Format.Version, seal);
        _liveGeneration = generation;
        _isLiveChanged = false;
        return name;
    }

    /// <summary>What the next commit says of it.</summary>
    public SegmentInfo ToInfo()
    {
        var files = _info.Files.Where(f => f.Kind != SegmentFileKind.Live).ToList();
        if (_liveFile is not null)
        {
            files.Add(_liveFile);
        }

        return _info with
        {
            DeletedRecords = Live is null ? 0 : RecordCount - Live.LiveCount,
            DeletedDocs = DeletedDocs,
            LiveGeneration = _liveGeneration,
            Files = files,
        };
    }
}
