using PolicySearch.Engine.Storage;

namespace PolicySearch.Testing.Storage;

/// <summary>What happens when the chosen operation comes.</summary>
public enum FaultKind
{
    /// <summary>The operation fails; later ones work again: a full disk that is cleaned up.</summary>
    FailOnce,

    /// <summary>From this operation on nothing can be created or written, while files can still be deleted, until there is room again: a disk that fills up.</summary>
    DiskFull,

    /// <summary>This and all later operations fail; what had not been flushed is lost in part: the power goes.</summary>
    PowerLoss,
}

/// <summary>A directory in memory that counts the operations that change it and fails at the one chosen. It keeps apart what is on the "disk": bytes of a file once it was synced, names once the folder was.</summary>
public sealed class FaultInjectingDirectory(int failAt, FaultKind kind) : IndexDirectory
{
    private readonly Lock _gate = new();
    private readonly MemoryDirectory _files = new();

    /// <summary>Names on the disk, each with the number of the file that it stands for.</summary>
    private Dictionary<string, int> _durableNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, byte[]> _durableBytes = [];
    private readonly Dictionary<int, byte[]> _writtenBytes = [];
    private int _lastFile;
    private bool _isOff;
    private bool _isFull;

    /// <summary>Changing operations so far.</summary>
    public int Operations { get; private set; }

    /// <summary>Whether the fault has come.</summary>
    public bool HasFailed { get; private set; }

    public override string Description => "failing memory";

    public override IReadOnlyList<string> ListFiles() => _files.ListFiles();

    public override OutputFile Create(string name)
    {
        lock (_gate)
        {
            Count();
            var file = ++_lastFile;
            _names[name] = file;
            _writtenBytes[file] = [];
            return new Output(this, _files.Create(name), file);
        }
    }

    public override MappedFile Open(string name) => _files.Open(name);

    public override void Rename(string from, string to)
    {
        lock (_gate)
        {
            Count();
            _files.Rename(from, to);
            _names[to] = _names[from];
            _names.Remove(from);
        }
    }

    public override void Delete(string name)
    {
        lock (_gate)
        {
            Count(takesRoom: false);
            _files.Delete(name);
            _names.Remove(name);
        }
    }

    public override void Sync(string name)
    {
        lock (_gate)
        {
            Count();
            _durableBytes[_names[name]] = _files.Read(name);
        }
    }

    public override void SyncFolder()
    {
        lock (_gate)
        {
            Count();
            _durableNames = new Dictionary<string, int>(_names, StringComparer.Ordinal);
        }
    }

    public override IDisposable ObtainLock(TimeSpan timeout) => _files.ObtainLock(timeout);

    /// <summary>What a new process finds after the power has come back: what was flushed, and of the rest any part.</summary>
    public MemoryDirectory AfterPowerLoss(int seed)
    {
        var random = new Random(seed);
        var found = new MemoryDirectory();
        lock (_gate)
        {
            foreach (var name in _durableNames.Keys.Union(_names.Keys).Order(StringComparer.Ordinal))
            {
                // A change of a name that was not flushed may have reached the disk or not.
                var names = Same(name) || random.Next(2) == 0 ? _durableNames : _names;
                if (names.TryGetValue(name, out var file))
                {
                    found.Put(name, Bytes(file, random));
                }
            }
        }

        return found;
    }

    /// <summary>The files as the running system sees them.</summary>
    public MemoryDirectory Now()
    {
        var found = new MemoryDirectory();
        foreach (var name in _files.ListFiles())
        {
            found.Put(name, _files.Read(name));
        }

        return found;
    }

    private bool Same(string name) =>
        _durableNames.TryGetValue(name, out var a) && _names.TryGetValue(name, out var b) && a == b;

    private byte[] Bytes(int file, Random random)
    {
        if (_durableBytes.TryGetValue(file, out var bytes))
        {
            return bytes;
        }

        // Never flushed: some length has arrived, and some of its pages may still be zeros.
        var written = _writtenBytes[file];
        var arrived = written[..random.Next(written.Length + 1)];
        if (random.Next(2) == 0 && arrived.Length > 0)
        {
            Array.Clear(arrived, random.Next(arrived.Length), 1);
        }

        return arrived;
    }

    /// <summary>There is room on the disk again.</summary>
    public void MakeRoom()
    {
        lock (_gate)
        {
            _isFull = false;
        }
    }

    private void Count(bool takesRoom = true)
    {
        if (_isOff)
        {
            throw new IOException("the power is off");
        }

        _isFull |= ++Operations == failAt && kind == FaultKind.DiskFull;
        if (_isFull)
        {
            HasFailed = true;
            if (takesRoom)
            {
                throw new IOException("No space left on device");
            }
        }
        else if (Operations == failAt && kind != FaultKind.DiskFull)
        {
            HasFailed = true;
            _isOff = kind == FaultKind.PowerLoss;
            throw new IOException($"injected fault at operation {failAt}");
        }
    }

    private sealed class Output(FaultInjectingDirectory directory, OutputFile target, int file) : OutputFile
    {
        public override void Write(ReadOnlySpan<byte> bytes)
        {
            lock (directory._gate)
            {
                var before = directory._writtenBytes[file];
                try
                {
                    directory.Count();
                }
                catch (IOException)
                {
                    // A write that fails may have written a part.
                    bytes = bytes[..(bytes.Length / 2)];
                    target.Write(bytes);
                    directory._writtenBytes[file] = [.. before, .. bytes];
                    throw;
                }

                target.Write(bytes);
                directory._writtenBytes[file] = [.. before, .. bytes];
            }
        }

        protected override void Dispose(bool disposing) => target.Dispose();
    }
}
