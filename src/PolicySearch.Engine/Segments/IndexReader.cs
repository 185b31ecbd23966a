using System.Text;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>One commit, opened for reading. Counted references: whoever reads holds a lease for as long as it reads.</summary>
public sealed class IndexReader : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Commit _commit;
    private readonly SegmentReader[] _segments;
    private readonly ReferenceCount _references = new();
    private int _disposed;

    private IndexReader(IndexDirectory directory, Commit commit, SegmentReader[] segments)
    {
        _directory = directory;
        _commit = commit;
        _segments = segments;
        NumDocs = segments.Sum(s => s.NumDocs);
    }

    /// <summary>Generation of the commit.</summary>
    public long Generation => _commit.Generation;

    /// <summary>The schema's fingerprint as committed.</summary>
    public string SchemaFingerprint => _commit.SchemaFingerprint;

    /// <summary>Names and values kept in the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData => _commit.UserData;

    /// <summary>The segments, in order.</summary>
    public IReadOnlyList<SegmentReader> Segments => _segments;

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs { get; }

    /// <summary>Opens the newest whole commit.</summary>
    /// <exception cref="IndexNotFoundException">Nothing has been committed there.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexVersionException">A file was written by an older or newer program.</exception>
    public static IndexReader Open(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return CommitFinder.OpenNewest(directory, commit => Open(directory, commit, []));
    }

    /// <summary>This reader if it still is the newest commit, else a new one that shares the unchanged segments. The caller owns the one it gets and disposes the old one.</summary>
    /// <returns>Never null; the same object where nothing changed, without another lease.</returns>
    public IndexReader? OpenIfChanged()
    {
        if (!TryAcquire())
        {
            throw new ObjectDisposedException(nameof(IndexReader), "a closed reader cannot be refreshed; open the index again");
        }

        try
        {
            return CommitFinder.OpenNewest(_directory, commit => commit.Generation == Generation ? this : Open(_directory, commit, _segments));
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Takes a lease, under which maps stay valid; false when the reader is already closed.</summary>
    public bool TryAcquire() => _references.TryAcquire();

    /// <summary>Gives a lease back; the last one closes files.</summary>
    public void Release()
    {
        if (_references.Release())
        {
            foreach (var segment in _segments)
            {
                segment.Core.Release();
            }
        }
    }

    /// <summary>All live records, in order.</summary>
    public IEnumerable<RecordAddress> Records()
    {
        foreach (var segment in _segments)
        {
            for (var record = 0; record < segment.RecordCount; record++)
            {
                if (segment.IsRecordLive(record))
                {
                    yield return new RecordAddress(segment, record);
                }
            }
        }
    }

    /// <summary>The live record with this key, or null.</summary>
    public RecordAddress? FindRecord(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = Encoding.UTF8.GetBytes(key);
        foreach (var segment in _segments)
        {
            var record = segment.Core.Records.Find(bytes, segment.LiveRecords);
            if (record >= 0)
            {
                return new RecordAddress(segment, record);
            }
        }

        return null;
    }

    /// <summary>Gives the opener's lease back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }
    }

    private static IndexReader Open(IndexDirectory directory, Commit commit, SegmentReader[] shared)
    {
        var opened = new List<SegmentReader>();
        try
        {
            foreach (var info in commit.Segments)
            {
                opened.Add(SegmentOpener.Open(directory, info, Array.Find(shared, s => s.Name == info.Name)));
            }

            return new IndexReader(directory, commit, [.. opened]);
        }
        catch
        {
            foreach (var segment in opened)
            {
                segment.Core.Release();
            }

            throw;
        }
    }
}
