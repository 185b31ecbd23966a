using System.Text;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Adds, replaces and deletes blocks; nothing is seen by readers before <see cref="Commit"/>. Safe for use by many threads.</summary>
public sealed class IndexWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private readonly IndexWriterOptions _options;
    private readonly IDisposable _lock;
    private readonly List<WriterSegment> _segments = [];
    private readonly HashSet<string> _unsynced = new(StringComparer.Ordinal);
    private BlockBuffer _buffer;
    private Commit? _lastCommit;
    private Commit? _commitBefore;
    private long _nextSegment;
    private long _generation;
    private bool _isChanged;
    private bool _isDisposed;
    private Exception? _failure;

    private IndexWriter(IndexDirectory directory, IndexSchema schema, IndexWriterOptions options, IDisposable directoryLock)
    {
        _directory = directory;
        _schema = schema;
        _options = options;
        _lock = directoryLock;
        _buffer = new BlockBuffer(schema);
    }

    /// <summary>Opens the index in <paramref name="directory"/> for writing and takes its lock; sweeps what a crash left behind.</summary>
    /// <exception cref="LockFailedException">Another process (or writer) holds the lock after the wait; the message says which.</exception>
    /// <exception cref="SchemaMismatchException">The index was made with another schema, and <see cref="IndexWriterOptions.Create"/> is not set.</exception>
    public static IndexWriter Open(IndexDirectory directory, IndexSchema schema, IndexWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new IndexWriterOptions();
        var writer = new IndexWriter(directory, schema, options, directory.ObtainLock(options.LockTimeout));
        try
        {
            writer.Start();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Adds the block in place of the one with the same key, if there is one.</summary>
    /// <exception cref="ArgumentException">The block does not fit the schema; nothing of it is taken in.</exception>
    public void Replace(RecordBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        DocumentChecker.Check(block, _schema);
        lock (_gate)
        {
            CheckUsable();
            _isChanged = true;
            _buffer.Replace(block);
            DeleteFromSegments(block.Key);
            if (_buffer.Bytes >= (long)_options.BufferMegabytes << 20)
            {
                Guard(Flush);
            }
        }
    }

    /// <summary>Deletes the block with this key.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate)
        {
            CheckUsable();
            var wasThere = _buffer.Delete(key) | DeleteFromSegments(key);
            _isChanged |= wasThere;
            return wasThere;
        }
    }

    /// <summary>Makes all changes since the last commit durable and visible at once. Does nothing when nothing changed.</summary>
    /// <param name="userData">Names and values kept in the commit, in place of those of the commit before; null keeps those.</param>
    /// <returns>The generation of the newest commit.</returns>
    public long Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_gate)
        {
            CheckUsable();
            var data = userData ?? _lastCommit?.UserData ?? new Dictionary<string, string>(StringComparer.Ordinal);
            if (_isChanged || _lastCommit is null || !HasSameData(data, _lastCommit.UserData))
            {
                Guard(() => Publish(data));
            }

            return _generation;
        }
    }

    /// <summary>Merges down to at most <paramref name="segments"/> segments; seen after the next commit.</summary>
    public void ForceMerge(int segments = 1) => throw new NotImplementedException();

    /// <summary>Waits until no merge runs or is due.</summary>
    public void WaitForMerges() => throw new NotImplementedException();

    /// <summary>Throws away what was not committed, and releases the lock.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            foreach (var segment in _segments)
            {
                segment.Core.Release();
            }

            _lock.Dispose();
        }
    }

    private void Start()
    {
        ReadLastCommit();
        _nextSegment = Math.Max(_lastCommit?.NextSegment ?? 1, FileSweeper.HighestSegment(_directory) + 1);
        Sweep();
    }

    private void ReadLastCommit()
    {
        var generations = CommitFinder.Generations(_directory);
        if (generations.Count == 0)
        {
            return;
        }

        _generation = generations[0];
        if (_options.Create)
        {
            // The old commit stays until there is a new one, even if this program cannot read it.
            _commitBefore = TryRead(generations);
            return;
        }

        _lastCommit = CommitFinder.ReadNewest(_directory);
        _commitBefore = TryRead(generations.SkipWhile(g => g >= _lastCommit.Generation));
        if (_lastCommit.SchemaFingerprint != _schema.Fingerprint)
        {
            throw new SchemaMismatchException(
                $"the index in {_directory.Description} was made with the schema '{_lastCommit.SchemaFingerprint}', but is opened with '{_schema.Fingerprint}'; build the index again");
        }

        foreach (var info in _lastCommit.Segments)
        {
            _segments.Add(new WriterSegment(SegmentOpener.Open(_directory, info, null)));
        }
    }

    /// <summary>The first of the generations that can be read, or null.</summary>
    private Commit? TryRead(IEnumerable<long> generations)
    {
        foreach (var generation in generations)
        {
            try
            {
                return Segments.Commit.Read(_directory, generation);
            }
            catch (IndexException)
            {
                // Damaged or of another version: of no use to anybody.
            }
        }

        return null;
    }

    private bool DeleteFromSegments(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        var wasThere = false;
        foreach (var segment in _segments)
        {
            wasThere |= segment.Delete(bytes);
        }

        return wasThere;
    }

    private void Flush()
    {
        if (_buffer.RecordCount == 0)
        {
            return;
        }

        using var output = new SegmentOutput(_directory, FileSweeper.SegmentName(_nextSegment++));
        _buffer.Write(output);
        var segment = AddSegment(output.Info!, _segments.Count);
        segment.SetLive(_buffer.Live());
        _buffer = new BlockBuffer(_schema);
    }

    private WriterSegment AddSegment(SegmentInfo info, int place)
    {
        _unsynced.UnionWith(info.Files.Select(f => f.Name));
        var segment = new WriterSegment(SegmentOpener.Open(_directory, info, null));
        _segments.Insert(place, segment);
        return segment;
    }

    private void Publish(IReadOnlyDictionary<string, string> userData)
    {
        Flush();
        foreach (var segment in _segments)
        {
            if (segment.WriteLive(_directory) is { } file)
            {
                _unsynced.Add(file);
            }
        }

        var commit = new Commit(
            _generation + 1, _nextSegment, _schema.Fingerprint, new Dictionary<string, string>(userData, StringComparer.Ordinal), [.. _segments.Select(s => s.ToInfo())]);
        CommitPublisher.Publish(_directory, commit, commit.AllFiles.Where(_unsynced.Contains));
        _unsynced.Clear();
        _commitBefore = _lastCommit ?? _commitBefore;
        _lastCommit = commit;
        _generation = commit.Generation;
        _isChanged = false;
        Sweep();
    }

    private void Sweep()
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        needed.UnionWith(_lastCommit?.AllFiles ?? []);
        needed.UnionWith(_commitBefore?.AllFiles ?? []);
        needed.UnionWith(_segments.SelectMany(s => s.FileNames));
        FileSweeper.Sweep(_directory, needed);
    }

    /// <summary>Runs a step that changes files. After a failure the files and the memory may disagree, so the writer stops; the last commit is untouched.</summary>
    private void Guard(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e)
        {
            _failure = e;
            throw;
        }
    }

    private void CheckUsable()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_failure is not null)
        {
            throw new InvalidOperationException($"writing failed before ({_failure.Message}); dispose this writer and open another: the last commit is whole", _failure);
        }
    }

    private static bool HasSameData(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var value) && value == p.Value);
}
