using System.Diagnostics;
using System.Net.Sockets;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class FolderStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Files_are_found_with_subfolders_in_order_but_not_hidden_ones()
    {
        _folder.Write("root/b.txt", "b");
        _folder.Write("root/a/z.txt", "z");
        _folder.Write("root/a.txt", "a");
        _folder.Write("root/.hidden", "h");
        _folder.Write("root/.git/config", "h");

        Assert.Equal(["a.txt", "a/z.txt", "b.txt"], Paths());
    }

    [Fact]
    public void A_loop_of_links_ends_and_no_folder_is_read_twice()
    {
        _folder.Write("root/a/x.txt", "x");
        _folder.Write("elsewhere/y.txt", "y");
        Directory.CreateSymbolicLink(_folder["root/a/loop"], _folder["root"]);
        Directory.CreateSymbolicLink(_folder["root/same"], _folder["root/a"]);
        Directory.CreateSymbolicLink(_folder["root/linked"], _folder["elsewhere"]);
        File.CreateSymbolicLink(_folder["root/broken.txt"], _folder["nothing"]);
        File.CreateSymbolicLink(_folder["root/file.txt"], _folder["elsewhere/y.txt"]);

        Assert.Equal(["a/x.txt", "file.txt", "linked/y.txt"], Paths());
    }

    [Fact]
    public void The_index_below_a_root_is_no_source()
    {
        _folder.Write("root/x.txt", "x");
        _folder.Write("root/index/commit-1", "data");

        var found = new FolderStore(_folder["root/index"]).List(Root(), CancellationToken.None);

        Assert.Equal(["x.txt"], found.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_missing_root_and_a_file_as_root_are_said_to_be_so()
    {
        var missing = new FolderStore(null).List(Root(), CancellationToken.None);
        _folder.Write("root", "a file");
        var file = new FolderStore(null).List(Root(), CancellationToken.None);

        Assert.Contains("missing", Assert.Single(missing.Unreadable).Reason, StringComparison.Ordinal);
        Assert.Contains("is a file", Assert.Single(file.Unreadable).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_is_not_UTF8_is_reported()
    {
        Directory.CreateDirectory(_folder["root"]);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Shell("printf text > \"$(printf 'a\\377.txt')\"");
        try
        {
            var found = new FolderStore(null).List(Root(), CancellationToken.None);

            Assert.Empty(found.Files);
            Assert.Contains("not UTF-8", Assert.Single(found.Unreadable).Reason, StringComparison.Ordinal);
        }
        finally
        {
            // No name that .NET can say deletes it.
            Shell("rm -f *.txt");
        }
    }

    [Fact]
    public void Pipes_sockets_and_devices_are_named_and_never_opened()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _folder.Write("root/empty.txt", "");
        Shell("mkfifo pipe.txt");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["root/socket.txt"]));
        File.CreateSymbolicLink(_folder["root/zero.txt"], "/dev/zero");
        File.CreateSymbolicLink(_folder["root/piped.txt"], _folder["root/pipe.txt"]);
        var files = Store.List(Root(), CancellationToken.None).Files;

        Assert.Equal(
            [("empty.txt", null), ("pipe.txt", "it is a pipe, and no file"), ("piped.txt", "it is a pipe, and no file"), ("socket.txt", "it is a socket, and no file"), ("zero.txt", "it is a device, and no file")],
            files.Select(file => (file.Path, file.Fault)));
        Assert.All(files.Where(file => file.Fault is not null), file => Assert.Equal(file.Fault, Assert.Throws<IOException>(() => Store.Open(file)).Message));
    }

    [Fact]
    public void What_lies_deeper_than_the_system_opens_is_reported()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _folder.Write("root/a.txt", "a");
        var name = new string('d', 200);
        try
        {
            Shell($"for i in $(seq 30); do mkdir {name} && cd {name} || exit 1; done; echo words > b.txt");
            var found = Store.List(Root(), CancellationToken.None);

            Assert.Equal(["a.txt"], found.Files.Select(file => file.Path));
            var (path, reason) = Assert.Single(found.Unreadable);
            Assert.StartsWith($"{name}/{name}/", path, StringComparison.Ordinal);
            Assert.NotEmpty(reason);
        }
        finally
        {
            Shell($"rm -rf {name}");
        }
    }

    [Fact]
    public void Links_are_not_followed_where_the_root_says_so()
    {
        _folder.Write("root/x.txt", "x");
        _folder.Write("elsewhere/y.txt", "y");
        Directory.CreateSymbolicLink(_folder["root/linked"], _folder["elsewhere"]);
        File.CreateSymbolicLink(_folder["root/file.txt"], _folder["elsewhere/y.txt"]);
        var root = Root() with { Selection = new SourceSelection { FollowLinks = false } };

        Assert.Equal(["x.txt"], Store.List(root, CancellationToken.None).Files.Select(file => file.Path));
        Assert.Null(Store.Find(root, "linked/y.txt"));
        Assert.Null(Store.Find(root, "file.txt"));
        Assert.NotNull(Store.Find(Root(), "linked/y.txt"));
    }

    [Fact]
    public void What_patterns_leave_out_is_neither_listed_nor_found_and_folders_left_out_are_not_entered()
    {
        string[] paths = ["a.pdf", "a.html", "drafts/b.pdf", "2020/c.pdf", "2020/drafts/d.pdf"];
        foreach (var path in paths)
        {
            _folder.Write("root/" + path, "x");
        }

        var root = Root() with { Selection = new SourceSelection { Include = ["*.pdf"], Exclude = ["drafts/"] } };

        Assert.Equal(["2020/c.pdf", "a.pdf"], Store.List(root, CancellationToken.None).Files.Select(file => file.Path));
        Assert.Equal(["a.pdf", "2020/c.pdf"], paths.Where(path => Store.Find(root, path) is not null));
    }

    [Fact]
    public void Find_and_list_tell_the_same()
    {
        string[] paths = ["a.txt", ".hidden", ".git/config", "sub/b.txt", "sub/.c.txt", "index/commit-1"];
        foreach (var path in paths)
        {
            _folder.Write("root/" + path, path);
        }

        var store = new FolderStore(_folder["root/index"]);
        var listed = store.List(Root(), CancellationToken.None).Files;

        Assert.Equal(["a.txt", "sub/b.txt"], listed.Select(file => file.Path));
        Assert.Equal(listed, paths.Select(path => store.Find(Root(), path)).OfType<FoundSource>());
        Assert.Null(store.Find(Root(), "nothing.txt"));
        Assert.Null(store.Find(Root(), "sub"));
    }

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _folder["root"], UseShellExecute = false })!;
        shell.WaitForExit();
    }

    public void Dispose() => _folder.Dispose();

    private static FolderStore Store { get; } = new(null);

    private SourceRoot Root() => new("root", _folder["root"]);

    private IEnumerable<string> Paths() => new FolderStore(null).List(Root(), CancellationToken.None).Files.Select(file => file.Path);
}
