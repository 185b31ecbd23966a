using System.Runtime.ExceptionServices;
using System.Text;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Adds, replaces and deletes blocks; nothing is seen by readers before <see cref="Commit"/>. Safe for use by many threads.</summary>
/// <remarks>
/// Threads that add at the same time analyse at the same time, each into a buffer and a segment of its own; one thread alone fills one segment after the other in the order of its calls.
/// If a step that writes files fails (a full disk), the exception is thrown, the last commit is untouched, and the writer accepts nothing more: dispose it and open another.
/// A failed merge is different: it changes nothing, and is reported by <see cref="WaitForMerges"/> and <see cref="ForceMerge"/>.
/// <para>Merges run after commits and flushes, and are seen after the next commit; a writer that is opened for a few changes only should end with
/// <c>Commit(); WaitForMerges(); Commit();</c>, or segments pile up.</para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly Lock _committing = new();
    private readonly WriterState _state = new();
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly SegmentList _segments;
    private readonly CommitHistory _history;
    private readonly MergeScheduler _merges;
    private readonly DocumentsWriter _documents;
    private long _nextSegment;
    private bool _isChanged;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options, IDisposable directoryLock)
    {
        _directory = directory;
        _schema = schema;
        _options = options;
        _lock = directoryLock;
        _documents = new DocumentsWriter(directory, schema, BufferBytes(options), _gate, _state, NextSegmentName, AddSegment);
        _segments = new SegmentList(directory, schema);
        _merges = new MergeScheduler(_gate, TakeDueMerge, FinishMerge);
        _history = new CommitHistory(directory, schema, options.Create);
        _nextSegment = Math.Max(_history.Last?.NextSegment ?? 1, FileSweeper.HighestSegment(directory) + 1);
    }

    /// <summary>Opens the index in <paramref name="directory"/> for writing and takes its lock; sweeps what a crash left behind.</summary>
    /// <exception cref="LockFailedException">Another process (or writer) holds the lock after the wait; the message says which.</exception>
    /// <exception cref="SchemaMismatchException">The index was made with another schema, and <see cref="IndexWriterOptions.Create"/> is not set.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new IndexWriterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BufferMegabytes, 1, nameof(options));
        var directoryLock = directory.ObtainLock(options.LockTimeout);
        IndexWriter? writer = null;
        try
        {
            writer = new IndexWriter(directory, schema, options, directoryLock);
            writer.OpenSegments();
            return writer;
        }
        catch
        {
            writer?.Dispose();
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Adds the block in place of the one with the same key, if there is one.</summary>
    /// <exception cref="ArgumentException">The block does not fit the schema; nothing of it is taken in.</exception>
    public void Replace(RecordBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        DocumentChecker.Check(block, _schema);
        _documents.Add(block);
    }

    /// <summary>Deletes the block with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var bytes = Encoding.UTF8.GetBytes(key);
        lock (_gate)
        {
            _state.CheckUsable();

            // A block in a buffer stands in place of one in a segment, which is deleted only when the buffer is written: both go.
            var wasThere = _documents.Delete(bytes) | _segments.Delete(bytes);
            _isChanged |= wasThere;
            return wasThere;
        }
    }

    /// <summary>Makes all changes since the last commit durable and visible at once. Does nothing when nothing changed; the first commit of an index is made even if it is empty.</summary>
    /// <param name="userData">Names and values kept in the commit, in place of those of the commit before; null keeps those.</param>
    /// <returns>The generation of the newest commit.</returns>
    public long Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_committing)
        {
            _documents.FlushAll();
            lock (_gate)
            {
                _state.CheckUsable();
                var last = _history.Last;
                var data = userData ?? last?.UserData ?? new Dictionary<string, string>(StringComparer.Ordinal);
                if (_isChanged || last is null || !HasSameData(data, last.UserData))
                {
                    _state.Guard(() => Publish(data));
                    Sweep();
                    WakeMerges();
                }

                return _history.Generation;
            }
        }
    }

    /// <summary>Merges down to at most <paramref name="segments"/> segments; seen after the next commit. Down to one also drops all deleted records.</summary>
    public void ForceMerge(int segments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segments);
        _documents.FlushAll();
        _merges.RunHere(() => TakeForcedMerge(segments));
    }

    /// <summary>Waits until no merge runs or is due; merges on this thread where <see cref="IndexWriterOptions.BackgroundMerges"/> is off.</summary>
    /// <exception cref="IndexException">A merge found a damaged file. The index stays as it is; later calls throw again.</exception>
    /// <exception cref="IOException">A merge could not write.</exception>
    public void WaitForMerges()
    {
        _merges.RunHere(TakeDueMerge);
        if (_merges.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Throws away what was not committed, and releases the lock.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_state.IsDisposed)
            {
                return;
            }

            _state.IsDisposed = true;
            Monitor.PulseAll(_gate);
            _documents.WaitUntilIdle();
            _merges.Dispose();
            _segments.Release();
            if (!_state.HasFailed)
            {
                Sweep();
            }

            _lock.Dispose();
        }
    }

    /// <summary>What blocks may take; the rest is for writing them.</summary>
    private static long BufferBytes(IndexWriterOptions options) => ((long)options.BufferMegabytes << 20) / 8 * 7;

    /// <summary>What of that rest a merge may take to reorder records; 0 where it does not.</summary>
    private long ReorderBytes => _options.ReorderRecords ? ((long)_options.BufferMegabytes << 20) / 8 : 0;

    private void OpenSegments()
    {
        foreach (var info in _history.Last?.Segments ?? [])
        {
            _segments.AddCommitted(info);
        }

        Sweep();
    }

    /// <summary>Takes a segment into the list; called under the gate.</summary>
    private void AddSegment(SegmentOutput output, BufferedRecords records)
    {
        // Records may have been replaced or deleted while they were being written.
        _segments.DeleteAll(records);
        _segments.AddNew(output.Info!, records.Live(), _segments.Count);
        _isChanged = true;
        WakeMerges();
    }

    private void Publish(IReadOnlyDictionary<string, string> userData)
    {
        _segments.PrepareCommit(_merges.Running);
        _history.Publish(_nextSegment, userData, _segments);
        _segments.MarkSynced();
        _isChanged = false;
    }

    private void WakeMerges()
    {
        if (_options.BackgroundMerges)
        {
            _merges.Wake();
        }
    }

    private SegmentMerge? TakeDueMerge()
    {
        if (_state.IsDisposed || _state.HasFailed || _merges.Failure is not null)
        {
            return null;
        }

        var groups = _options.MergePolicy.FindMerges(_segments.Sizes);
        return groups.Count == 0 ? null : _segments.Start(groups[0], NextSegmentName(), ReorderBytes);
    }

    private SegmentMerge? TakeForcedMerge(int segments)
    {
        _state.CheckUsable();
        var places = ForcedMerge.Choose(_segments.Sizes, segments);
        return places.Count == 0 ? null : _segments.Start(places, NextSegmentName(), ReorderBytes);
    }

    private void FinishMerge(SegmentMerge merge, bool isDone)
    {
        if (isDone && !_state.IsDisposed)
        {
            _segments.Finish(merge);
            _isChanged = true;
        }

        Sweep();
    }

    private string NextSegmentName() => FileSweeper.SegmentName(_nextSegment++);

    private void Sweep()
    {
        var needed = new HashSet<string>(_history.FileNames, StringComparer.Ordinal);
        needed.UnionWith(_segments.FileNames);
        needed.UnionWith(_documents.FileNames);
        needed.UnionWith(_merges.Running?.FileNames ?? []);
        FileSweeper.Sweep(_directory, needed);
    }

    private static bool HasSameData(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var value) && value == p.Value);
}
