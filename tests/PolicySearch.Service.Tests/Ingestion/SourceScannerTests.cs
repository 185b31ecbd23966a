using System.Diagnostics;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class SourceScannerTests : IDisposable
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

        var found = new SourceScanner(_folder["root/index"]).Scan(Root(), CancellationToken.None);

        Assert.Equal(["x.txt"], found.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_missing_root_and_a_file_as_root_are_said_to_be_so()
    {
        var missing = new SourceScanner(null).Scan(Root(), CancellationToken.None);
        _folder.Write("root", "a file");
        var file = new SourceScanner(null).Scan(Root(), CancellationToken.None);

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
            var found = new SourceScanner(null).Scan(Root(), CancellationToken.None);

            Assert.Empty(found.Files);
            Assert.Contains("not UTF-8", Assert.Single(found.Unreadable).Reason, StringComparison.Ordinal);
        }
        finally
        {
            // No name that .NET can say deletes it.
            Shell("rm -f *.txt");
        }
    }

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _folder["root"], UseShellExecute = false })!;
        shell.WaitForExit();
    }

    public void Dispose() => _folder.Dispose();

    private SourceRoot Root() => new("root", _folder["root"]);

    private IEnumerable<string> Paths() => new SourceScanner(null).Scan(Root(), CancellationToken.None).Files.Select(file => file.Path);
}
