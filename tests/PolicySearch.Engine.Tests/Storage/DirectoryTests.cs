using PolicySearch.Engine.Storage;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Storage;

/// <summary>What every directory has to do.</summary>
public abstract class DirectoryTests
{
    protected abstract IndexDirectory NewDirectory();

    [Fact]
    public void A_new_directory_is_empty_and_has_no_files_to_open()
    {
        var directory = NewDirectory();
        Assert.Empty(directory.ListFiles());
        Assert.Throws<FileNotFoundException>(() => directory.Open("s1.docs"));
    }

    [Fact]
    public void Written_bytes_are_read_back()
    {
        var directory = NewDirectory();
        Write(directory, "a", [1, 2, 3]);
        var file = directory.Open("a");
        Assert.Equal(3, file.Length);
        Assert.Equal([2, 3], file.Slice(1, 2).ToArray());
        file.Release();
        Assert.Equal(["a"], directory.ListFiles());
    }

    [Fact]
    public void A_slice_outside_the_file_is_an_error_that_names_it()
    {
        var directory = NewDirectory();
        Write(directory, "a", [1, 2, 3]);
        var file = directory.Open("a");
        foreach (var (offset, length) in new[] { (0L, 4), (3L, 1), (-1L, 1), (long.MaxValue, 1), (0L, -1), (long.MinValue, int.MaxValue) })
        {
            var error = Assert.Throws<CorruptIndexException>(() => file.Slice(offset, length).Length);
            Assert.Equal("a", error.File);
        }

        Assert.Equal(0, file.Slice(3, 0).Length);
        file.Release();
    }

    [Fact]
    public void A_released_file_throws_and_touches_no_memory()
    {
        var directory = NewDirectory();
        Write(directory, "a", [1, 2, 3]);
        var file = directory.Open("a");
        Assert.True(file.TryAcquire());
        file.Release();
        Assert.Equal(1, file.Slice(0, 1)[0]);
        file.Release();
        Assert.Throws<ObjectDisposedException>(() => file.Slice(0, 1).Length);
        Assert.False(file.TryAcquire());
        Assert.Throws<InvalidOperationException>(file.Release);
    }

    [Fact]
    public void A_mapped_file_outlives_its_deletion()
    {
        var directory = NewDirectory();
        Write(directory, "a", [1, 2, 3]);
        var file = directory.Open("a");
        directory.Delete("a");
        Assert.Empty(directory.ListFiles());
        Assert.Equal([1, 2, 3], file.Slice(0, 3).ToArray());
        file.Release();
        directory.Delete("a");
    }

    [Fact]
    public void A_renamed_file_has_the_new_name_only_and_takes_no_other_ones_place()
    {
        var directory = NewDirectory();
        Write(directory, "a", [1]);
        directory.Sync("a");
        directory.Rename("a", "b");
        directory.SyncFolder();
        Assert.Equal(["b"], directory.ListFiles());
        Write(directory, "a", [2]);
        Assert.Throws<IOException>(() => directory.Rename("a", "b"));
    }

    [Fact]
    public void A_second_lock_waits_then_says_who_holds_the_first()
    {
        var directory = NewDirectory();
        using (directory.ObtainLock(TimeSpan.Zero))
        {
            var error = Assert.Throws<LockFailedException>(() => directory.ObtainLock(TimeSpan.Zero));
            Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
        }

        directory.ObtainLock(TimeSpan.Zero).Dispose();
    }

    [Fact]
    public async Task A_waiting_lock_is_got_when_the_first_is_given_back()
    {
        var directory = NewDirectory();
        var first = directory.ObtainLock(TimeSpan.Zero);
        var second = Task.Run(() => directory.ObtainLock(TimeSpan.FromMinutes(1)));
        first.Dispose();
        (await second).Dispose();
    }

    protected static void Write(IndexDirectory directory, string name, byte[] bytes)
    {
        using var output = directory.Create(name);
        output.Write(bytes);
    }
}

public sealed class MemoryDirectoryTests : DirectoryTests
{
    protected override IndexDirectory NewDirectory() => new MemoryDirectory();
}

public sealed class FileSystemDirectoryTests : DirectoryTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_name_that_leads_out_of_the_folder_is_refused()
    {
        var directory = NewDirectory();
        Assert.Throws<ArgumentException>(() => directory.Open("../a"));
        Assert.Throws<ArgumentException>(() => directory.Create("b/a"));
    }

    [Fact]
    public void An_empty_file_is_damaged_and_does_not_break_the_map()
    {
        var directory = NewDirectory();
        Write(directory, "a", []);
        Assert.Throws<CorruptIndexException>(() => directory.Open("a"));
    }

    [Fact]
    public void The_folder_is_made_by_the_first_write()
    {
        var directory = new FileSystemDirectory(Path.Combine(_folder.Path, "new", "index"));
        Assert.Empty(directory.ListFiles());
        Write(directory, "a", [1]);
        Assert.Equal(["a"], directory.ListFiles());
    }

    public void Dispose() => _folder.Dispose();

    protected override IndexDirectory NewDirectory() => new FileSystemDirectory(Path.Combine(_folder.Path, "index"));
}
