using PolicySearch.Service.Ingestion;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Runs that are told which paths changed look at no others, unless the paths do not tell what happened.</summary>
public sealed class ChangedPathsTests : IDisposable
{
    private readonly Workspace _work = new();

    public ChangedPathsTests()
    {
        _work.Write("a.txt", "alpha");
        _work.Write("sub/b.txt", "beta");
        _work.Ingest();
    }

    [Fact]
    public void Only_the_files_named_are_looked_at()
    {
        _work.Write("a.txt", "changed");
        _work.Write("sub/b.txt", "changed and not told");
        _work.Write("new.txt", "gamma");

        Assert.Equal((1, 1, 0, 0, 0), Counts(Told("a.txt", "new.txt")));
        Assert.Equal(["docs/a.txt: changed", "docs/new.txt: gamma", "docs/sub/b.txt: beta"], _work.Find());
        Assert.Equal((0, 1, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_file_that_is_gone_is_taken_out_and_one_that_was_moved_is_not_read_again()
    {
        File.Delete(_work.Folder["docs/a.txt"]);
        Assert.Equal((0, 0, 1, 0, 0), Counts(Told("a.txt")));

        File.Move(_work.Folder["docs/sub/b.txt"], _work.Folder["docs/c.txt"]);
        Assert.Equal((1, 0, 1, 0, 0), Counts(Told("sub/b.txt", "c.txt")));
        Assert.Empty(_work.WasRead);
        Assert.Equal(["docs/c.txt: beta"], _work.Find());
    }

    [Fact]
    public void A_folder_that_goes_or_comes_and_a_file_that_nobody_knew_make_it_look_at_everything()
    {
        Directory.Move(_work.Folder["docs/sub"], _work.Folder["docs/other"]);
        Assert.Equal((1, 0, 1, 1, 0), Counts(Told("sub")));

        Directory.Move(_work.Folder["docs/other"], _work.Folder["docs/sub"]);
        Assert.Equal((1, 0, 1, 1, 0), Counts(Told("sub")));

        _work.Write("a.txt", "changed");
        Assert.Equal((0, 1, 0, 1, 0), Counts(Told("never-was.txt")));
    }

    [Fact]
    public void A_root_that_vanished_removes_nothing()
    {
        Directory.Move(_work.Docs, _work.Docs + "-away");
        var report = Told("a.txt", "sub/b.txt");

        Assert.Equal(0, report.Removed);
        Assert.Equal(2, _work.Find().Count);
    }

    [Fact]
    public void What_is_hidden_or_was_taken_out_stays_out()
    {
        new SourceRemover(_work.Index).Remove(["docs/a.txt"], TimeSpan.Zero);
        _work.Write("a.txt", "changed");
        _work.Write("sub/.hidden.txt", "hidden");

        Assert.Equal((0, 0, 0, 0, 0), Counts(Told("a.txt", "sub/.hidden.txt")));
        Assert.Equal(["docs/sub/b.txt: beta"], _work.Find());
    }

    public void Dispose() => _work.Dispose();

    private IngestionReport Told(params string[] changed) =>
        _work.Ingest(new IngestionRequest { Paths = [_work.Docs], Changed = [.. changed.Select(path => _work.Folder["docs/" + path])] });
}
