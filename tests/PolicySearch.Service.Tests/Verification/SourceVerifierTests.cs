using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Verification;

public sealed class SourceVerifierTests : IDisposable
{
    private readonly Workspace _work = new();

    public SourceVerifierTests()
    {
        _work.Write("a.txt", "one METI 2001\ntwo\nthree");
        _work.Write("b.txt", "four");
        _work.Ingest();
    }

    [Fact]
    public void Sources_that_did_not_change_are_not_taken_apart_again()
    {
        _work.WasRead.Clear();
        var report = _work.Verify();

        Assert.Equal((2, 4, 4), (report.Documents, report.Passages, report.Found));
        Assert.Empty(report.Changed);
        Assert.Empty(_work.WasRead);
    }

    [Fact]
    public void A_source_that_is_gone_has_lost_all_its_passages()
    {
        File.Delete(Path.Combine(_work.Docs, "a.txt"));
        var report = _work.Verify();
        var changed = Assert.Single(report.Changed);

        Assert.Equal((4, 1), (report.Passages, report.Found));
        Assert.Equal(("docs/a.txt", "missing", 3, 0), (changed.Source, changed.State, changed.Passages, changed.Found));
        Assert.Contains("a.txt", changed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_gone_is_said_for_each_document()
    {
        Directory.Delete(_work.Docs, recursive: true);
        var report = _work.Verify();

        Assert.Equal(["docs/a.txt", "docs/b.txt"], report.Changed.Select(document => document.Source));
        Assert.All(report.Changed, document => Assert.Contains("the folder", document.Reason, StringComparison.Ordinal));
        Assert.Equal(0, report.Found);
    }

    [Fact]
    public void Passages_that_moved_and_passages_that_are_gone_are_told_apart()
    {
        _work.Write("a.txt", "one METI 2001\nnew\nthree");
        var changed = Assert.Single(_work.Verify().Changed);

        Assert.Equal(("changed", 3, 2), (changed.State, changed.Passages, changed.Found));
        var gone = Assert.Single(changed.Lost);
        Assert.Equal((14, 17), (gone.Start, gone.End));
        Assert.Null(gone.Now);

        _work.Write("a.txt", "before\none METI 2001\ntwo\nthree");
        changed = Assert.Single(_work.Verify().Changed);
        Assert.Equal([(0, 7), (14, 21), (18, 25)], changed.Lost.Select(lost => (lost.Start, lost.Now!.Start)));
    }

    [Fact]
    public void A_passage_that_is_cut_otherwise_now_is_where_its_text_stands()
    {
        _work.Write("a.txt", "one METI 2001\ntwo\nthree more");
        var changed = Assert.Single(_work.Verify().Changed);

        Assert.Equal((3, 3), (changed.Passages, changed.Found));
        Assert.Empty(changed.Lost);
    }

    [Fact]
    public void A_source_that_cannot_be_read_any_more_says_why()
    {
        _work.Write("a.txt", "broken");
        var changed = Assert.Single(_work.Verify().Changed);

        Assert.Equal(("unreadable", "it is broken", 0), (changed.State, changed.Reason, changed.Found));
    }

    [Fact]
    public void Another_version_of_the_program_reads_all_again_and_nothing_is_said_of_what_it_reads_alike()
    {
        _work.Version = "2";
        _work.WasRead.Clear();
        var report = _work.Verify();

        Assert.Equal(2, _work.WasRead.Count);
        Assert.Equal(4, report.Found);
        Assert.Empty(report.Changed);
    }

    [Fact]
    public void Nothing_is_changed_by_it()
    {
        var before = _work.Generation();
        File.Delete(Path.Combine(_work.Docs, "a.txt"));
        _work.Verify();

        Assert.Equal(before, _work.Generation());
        Assert.Equal(4, _work.Find().Count);
    }

    public void Dispose() => _work.Dispose();
}
