using System.Collections.Concurrent;

namespace PolicySearch.Engine.Storage;

/// <summary>Files in memory, for tests and for small passing indexes.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private bool _isLocked;

    /// <inheritdoc/>
    public override string Description => "memory";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListFiles() => [.. _files.Keys];

    /// <inheritdoc/>
    public override OutputFile Create(string name)
    {
        _files[name] = [];
        return new MemoryOutput(this, name);
    }

    /// <inheritdoc/>
    public override MappedFile Open(string name) => new MappedArray(name, Find(name));

    /// <inheritdoc/>
    public override void Rename(string from, string to)
    {
        var bytes = Find(from);
        if (!_files.TryAdd(to, bytes))
        {
            throw new IOException($"there already is a file {to}");
        }

        _files.TryRemove(from, out _);
    }

    /// <inheritdoc/>
    public override void Delete(string name) => _files.TryRemove(name, out _);

    /// <inheritdoc/>
    public override void Sync(string name) => Find(name);

    /// <inheritdoc/>
    public override void SyncFolder()
    {
    }

    /// <inheritdoc/>
    public override IDisposable ObtainLock(TimeSpan timeout)
    {
        var start = TimeProvider.System.GetTimestamp();
        lock (_gate)
        {
            while (_isLocked)
            {
                var left = timeout - TimeProvider.System.GetElapsedTime(start);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                {
                    throw new LockFailedException($"the index in memory is being written by process {Environment.ProcessId}; waited {timeout.TotalSeconds:0.#} s");
                }
            }

            _isLocked = true;
            return new Held(this);
        }
    }

    /// <summary>A copy of a file's bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public byte[] Read(string name) => [.. Find(name)];

    /// <summary>Puts a file in place as it is, without the guards of a writer: for tests.</summary>
    public void Put(string name, ReadOnlySpan<byte> bytes) => _files[name] = bytes.ToArray();

    private byte[] Find(string name) =>
        _files.TryGetValue(name, out var bytes) ? bytes : throw new FileNotFoundException($"there is no file {name} in memory", name);

    private sealed class MemoryOutput(MemoryDirectory directory, string name) : OutputFile
    {
        private readonly MemoryStream _bytes = new();

        public override void Write(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

        protected override void Dispose(bool disposing)
        {
            directory._files[name] = _bytes.ToArray();
            _bytes.Dispose();
        }
    }

    private sealed class MappedArray(string name, byte[] bytes) : MappedFile(name, bytes.Length)
    {
        private byte[] _bytes = bytes;

        protected override ReadOnlySpan<byte> Bytes(long offset, int length) => _bytes.AsSpan((int)offset, length);

        protected override void Unmap() => _bytes = [];
    }

    private sealed class Held(MemoryDirectory directory) : IDisposable
    {
        private bool _isReleased;

        public void Dispose()
        {
            lock (directory._gate)
            {
                if (!_isReleased)
                {
                    _isReleased = true;
                    directory._isLocked = false;
                    Monitor.PulseAll(directory._gate);
                }
            }
        }
    }
}
