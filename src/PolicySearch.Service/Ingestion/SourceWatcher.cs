using System.Threading.Channels;

namespace PolicySearch.Service.Ingestion;

/// <summary>Tells when sources may have changed: by events of the file system, and by a sweep for what events miss.</summary>
/// <remarks>Events are hints only: they are lost on network drives and when too many come at once. The sweep makes up for it.</remarks>
public sealed class SourceWatcher(TimeProvider time) : IDisposable
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _gate = new();

    /// <summary>Paths of the events that nobody has taken yet; null where they do not tell all.</summary>
    private HashSet<string>? _paths = new(StringComparer.Ordinal);

    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>How long events are gathered before one run looks at all of them.</summary>
    public static TimeSpan Debounce { get; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often sources are compared without any event.</summary>
    public static TimeSpan Sweep { get; } = TimeSpan.FromSeconds(30);

    /// <summary>More paths than this at once are taken for a change of everything.</summary>
    private const int MaxPaths = 1000;

    /// <summary>Watches these folders from now on, and no others. A folder that is missing is tried again at the next call.</summary>
    /// <remarks>What changed in a folder between the run that found it and the start of its watch gave no event, so a new watch asks for a run.</remarks>
    public void Watch(IEnumerable<string> folders)
    {
        var wanted = folders.ToHashSet(StringComparer.Ordinal);
        foreach (var folder in _watchers.Keys.Where(folder => !wanted.Contains(folder) || !Directory.Exists(folder)).ToList())
        {
            _watchers.Remove(folder, out var watcher);
            watcher!.Dispose();
        }

        foreach (var folder in wanted.Where(folder => !_watchers.ContainsKey(folder) && Directory.Exists(folder)))
        {
            if (TryWatch(folder) is { } watcher)
            {
                _watchers.Add(folder, watcher);
                Signal();
            }
        }
    }

    /// <summary>Asks for a run that looks at everything.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _paths = null;
        }

        _changes.Writer.TryWrite(true);
    }

    /// <summary>Waits for a change, and leaves it for <see cref="WaitAsync"/>.</summary>
    public async Task WaitForHintAsync(CancellationToken cancellationToken) =>
        await _changes.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Waits for a change and gathers what follows at once, or for the end of <paramref name="atMost"/>.</summary>
    /// <returns>The full paths that changed, none where the time was over; null where anything may have changed.</returns>
    public async Task<IReadOnlyCollection<string>?> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var sweep = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(sweep.Token, cancellationToken);
        try
        {
            await _changes.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [];
        }

        await Task.Delay(Debounce, time, cancellationToken).ConfigureAwait(false);

        // What came during the pause is seen by the run that follows.
        _changes.Reader.TryRead(out _);
        lock (_gate)
        {
            var paths = _paths;
            _paths = new HashSet<string>(StringComparer.Ordinal);
            return paths;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _watchers.Clear();
    }

    private FileSystemWatcher? TryWatch(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            watcher.Created += (_, change) => Note(change.Name, change.FullPath);
            watcher.Changed += (_, change) => Note(change.Name, change.FullPath);
            watcher.Deleted += (_, change) => Note(change.Name, change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                Note(change.OldName, change.OldFullPath);
                Note(change.Name, change.FullPath);
            };
            watcher.Error += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The system's limit of watches is reached, or the folder went away: the sweep finds changes all the same.
            watcher?.Dispose();
            return null;
        }
    }

    /// <summary>Notes the event of a path.</summary>
    internal void Note(string? name, string path)
    {
        // What is hidden is no source: editors and copiers make and remove such files all the time.
        if (name is null || name.Split('/', '\\').Any(part => part.StartsWith('.')))
        {
            return;
        }

        lock (_gate)
        {
            _paths?.Add(path);
            if (_paths?.Count > MaxPaths)
            {
                _paths = null;
            }
        }

        _changes.Writer.TryWrite(true);
    }
}
