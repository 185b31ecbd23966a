using System.Diagnostics;
using PolicySearch.Service.Ingestion;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class SourceSelectionTests : IDisposable
{
    private readonly Workspace _work = new();

    public SourceSelectionTests()
    {
        _work.Write("a.txt", "alpha");
        _work.Write("b.html", "beta");
        _work.Write("drafts/c.txt", "gamma");
    }

    [Fact]
    public void A_root_s_selection_is_remembered_and_what_falls_out_of_it_is_removed()
    {
        _work.Ingest();
        var chosen = _work.Ingest(Request(new SelectionChange { Include = ["*.txt"], Exclude = ["drafts/"] }));
        var again = _work.Ingest(new IngestionRequest());

        Assert.Equal((0, 0, 2, 1, 0), Counts(chosen));
        Assert.Equal((0, 0, 0, 1, 0), Counts(again));
        Assert.False(again.Committed);
        Assert.Equal(["docs/a.txt: alpha"], _work.Find());
        Assert.Equal(["*.txt"], Assert.Single(again.Roots).Selection.Include);
    }

    [Fact]
    public void Each_part_of_a_selection_is_changed_alone()
    {
        _work.Ingest(Request(new SelectionChange { Include = ["*.txt"], Exclude = ["drafts/"] }));
        var wider = _work.Ingest(Request(new SelectionChange { Include = [] }));
        var all = _work.Ingest(Request(new SelectionChange { Exclude = [] }));

        Assert.Equal((1, 0, 0, 1, 0), Counts(wider));
        Assert.Equal((1, 0, 0, 2, 0), Counts(all));
        Assert.True(Assert.Single(all.Roots).Selection.IsAll);
    }

    [Fact]
    public void Links_that_are_no_longer_followed_take_their_documents_with_them()
    {
        _work.Folder.Write("elsewhere/d.txt", "delta");
        Directory.CreateSymbolicLink(_work.Folder["docs/linked"], _work.Folder["elsewhere"]);

        Assert.Equal(4, _work.Ingest().Added);
        Assert.Equal(1, _work.Ingest(Request(new SelectionChange { FollowLinks = false })).Removed);
        Assert.Equal((0, 0, 0, 3, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_file_that_its_root_leaves_out_is_not_read_when_named()
    {
        _work.Ingest(Request(new SelectionChange { Exclude = ["drafts/"] }));
        var report = _work.Ingest(_work.Folder["docs/drafts/c.txt"]);

        Assert.Contains("patterns", Assert.Single(report.Failed).Reason, StringComparison.Ordinal);
        Assert.Equal(0, report.Added);
    }

    [Fact]
    public void A_selection_that_would_cost_all_documents_of_a_root_is_refused_and_nothing_is_changed()
    {
        _work.Ingest();
        var generation = _work.Generation();
        var refused = Assert.Throws<IngestionException>(() => _work.Ingest(Request(new SelectionChange { Include = ["*.pfd"] })));

        Assert.StartsWith("--include *.pfd selects none of the 3 files in ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(generation, _work.Generation());
        Assert.Equal((0, 0, 0, 3, 0), Counts(_work.Ingest(new IngestionRequest())));
        Assert.Throws<IngestionException>(() => _work.Ingest(Request(new SelectionChange { Exclude = ["*"] }) with { Rebuild = true }));
        Assert.Equal(3, _work.Find().Count);
    }

    [Fact]
    public void That_something_else_cannot_be_looked_at_does_not_let_such_a_selection_through()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _work.Ingest();
        Shell("printf text > \"$(printf 'a\\377.txt')\"");
        try
        {
            Assert.Throws<IngestionException>(() => _work.Ingest(Request(new SelectionChange { Include = ["*.pfd"] })));
            Assert.Equal(3, _work.Find().Count);
        }
        finally
        {
            // No name that .NET can say deletes it.
            Shell("rm -f *.txt");
        }
    }

    [Fact]
    public void Of_a_new_root_a_selection_that_selects_nothing_is_warned_of_and_remembered()
    {
        var report = _work.Ingest(Request(new SelectionChange { Include = ["*.pfd"] }));
        Assert.StartsWith("--include *.pfd selects none of the 3 files in ", Assert.Single(report.Messages), StringComparison.Ordinal);

        _work.Write("d.pfd", "delta");
        Assert.Equal((1, 0, 0, 0, 0), Counts(_work.Ingest(new IngestionRequest())));

        // That its last file was deleted is no slip of the selection.
        File.Delete(_work.Folder["docs/d.pfd"]);
        Assert.Equal((0, 0, 1, 0, 0), Counts(_work.Ingest(new IngestionRequest())));
    }

    [Fact]
    public void Of_an_empty_folder_no_selection_is_refused()
    {
        _work.Ingest();
        Directory.Delete(_work.Docs, recursive: true);
        Directory.CreateDirectory(_work.Docs);
        Assert.Equal((0, 0, 3, 0, 0), Counts(_work.Ingest(Request(new SelectionChange { Include = ["*.pfd"] }))));
    }

    public void Dispose() => _work.Dispose();

    private void Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _work.Docs })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private IngestionRequest Request(SelectionChange selection) => new() { Paths = [_work.Docs], Selection = selection };
}
