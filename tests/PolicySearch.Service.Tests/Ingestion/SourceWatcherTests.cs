using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Events of the real file system; each test polls with a deadline.</summary>
public sealed class SourceWatcherTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly SourceWatcher _watcher = new(TimeProvider.System);

    public SourceWatcherTests()
    {
        _folder.Write("docs/a.txt", "a");
        _folder.Write("docs/sub/b.txt", "b");
        _folder.Write("elsewhere/moved/c.txt", "c");
    }

    [Fact]
    public async Task A_new_watch_asks_for_a_look_at_everything()
    {
        _watcher.Watch([_folder["docs"]]);
        Assert.Null(await _watcher.WaitAsync(Deadline, CancellationToken.None));
    }

    [Fact]
    public async Task A_rename_tells_the_old_and_the_new_path()
    {
        await WatchAsync();
        File.Move(_folder["docs/a.txt"], _folder["docs/z.txt"]);
        await ExpectAsync("docs/a.txt", "docs/z.txt");
    }

    [Fact]
    public async Task A_deleted_and_a_changed_file_in_a_subfolder_are_told()
    {
        await WatchAsync();
        File.Delete(_folder["docs/a.txt"]);
        await File.WriteAllTextAsync(_folder["docs/sub/b.txt"], "changed");
        await ExpectAsync("docs/a.txt", "docs/sub/b.txt");
    }

    [Fact]
    public async Task A_folder_that_is_moved_in_or_out_is_told()
    {
        await WatchAsync();
        Directory.Move(_folder["elsewhere/moved"], _folder["docs/moved"]);
        await ExpectAsync("docs/moved");
        Directory.Move(_folder["docs/sub"], _folder["elsewhere/sub"]);
        await ExpectAsync("docs/sub");
    }

    [Fact]
    public async Task More_events_than_are_gathered_mean_that_anything_may_have_changed()
    {
        for (var i = 0; i <= 1000; i++)
        {
            _watcher.Note($"{i}.txt", _folder[$"docs/{i}.txt"]);
        }

        Assert.Null(await _watcher.WaitAsync(Deadline, CancellationToken.None));
        _watcher.Note("a.txt", _folder["docs/a.txt"]);
        Assert.Equal([_folder["docs/a.txt"]], await _watcher.WaitAsync(Deadline, CancellationToken.None));
    }

    [Fact]
    public async Task Hidden_files_and_other_folders_tell_nothing()
    {
        await WatchAsync();
        _folder.Write("docs/.hidden", "x");
        _folder.Write("docs/.git/config", "x");
        _folder.Write("elsewhere/d.txt", "x");
        _folder.Write("docs/last.txt", "x");
        var told = await ExpectAsync("docs/last.txt");
        Assert.DoesNotContain(told, path => path.Contains("/.", StringComparison.Ordinal) || path.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_watched_no_longer_tells_nothing_and_one_that_comes_back_asks_for_a_look()
    {
        await WatchAsync();
        Directory.Delete(_folder["docs"], recursive: true);
        _watcher.Watch([_folder["docs"]]);
        Directory.CreateDirectory(_folder["docs"]);
        _watcher.Watch([_folder["docs"]]);
        Assert.Null(await _watcher.WaitAsync(Deadline, CancellationToken.None));

        _watcher.Watch([]);
        _folder.Write("docs/a.txt", "again");
        _watcher.Note("told.txt", "told");
        Assert.Equal(["told"], await _watcher.WaitAsync(Deadline, CancellationToken.None));
    }

    public void Dispose()
    {
        _watcher.Dispose();
        _folder.Dispose();
    }

    private async Task WatchAsync()
    {
        _watcher.Watch([_folder["docs"]]);
        Assert.Null(await _watcher.WaitAsync(Deadline, CancellationToken.None));
    }

    // One wait may end between two events.
    private async Task<HashSet<string>> ExpectAsync(params string[] names)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (!names.All(name => told.Contains(_folder[name])))
        {
            told.UnionWith((await _watcher.WaitAsync(Deadline, deadline.Token))!);
        }

        return told;
    }
}
