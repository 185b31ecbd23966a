using PolicySearch.Engine;
using PolicySearch.Engine.Indexing;
using PolicySearch.Service.Ingestion;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class IngestorTests : IDisposable
{
    private readonly Workspace _work = new();

    public IngestorTests()
    {
        _work.Write("a.txt", "alpha METI 2001\nsecond line");
        _work.Write("sub/b.txt", "beta MEXT 2016");
    }

    [Fact]
    public void A_second_run_reads_and_writes_nothing()
    {
        var first = _work.Ingest();
        var generation = _work.Generation();
        var second = _work.Ingest();

        Assert.Equal((2, 0, 0, 0, 0), Counts(first));
        Assert.Equal(3, first.Passages);
        Assert.Equal((0, 0, 0, 2, 0), Counts(second));
        Assert.Equal(3, second.Passages);
        Assert.False(second.Committed);
        Assert.Empty(_work.WasRead);
        Assert.Equal(generation, _work.Generation());
    }

    [Fact]
    public void A_changed_document_replaces_its_passages()
    {
        _work.Ingest();
        _work.Write("a.txt", "gamma");
        var report = _work.Ingest();

        Assert.Equal((0, 1, 0, 1, 0), Counts(report));
        Assert.Equal(["docs/a.txt: gamma", "docs/sub/b.txt: beta MEXT 2016"], _work.Find());
        Assert.Empty(_work.Find("alpha"));
    }

    [Fact]
    public void A_file_that_was_only_touched_is_unchanged()
    {
        _work.Ingest();
        File.SetLastWriteTimeUtc(_work.Folder["docs/a.txt"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
        Assert.Empty(_work.WasRead);
    }

    [Fact]
    public void A_file_of_the_same_size_and_time_but_other_content_is_noticed_when_it_was_fresh()
    {
        _work.Write("a.txt", "11111");
        var time = File.GetLastWriteTimeUtc(_work.Folder["docs/a.txt"]);
        _work.Ingest();
        _work.Write("a.txt", "22222");
        File.SetLastWriteTimeUtc(_work.Folder["docs/a.txt"], time);

        Assert.Equal(1, _work.Ingest().Updated);
    }

    [Fact]
    public void A_deleted_and_a_renamed_file_are_taken_out()
    {
        _work.Ingest();
        File.Delete(_work.Folder["docs/a.txt"]);
        File.Move(_work.Folder["docs/sub/b.txt"], _work.Folder["docs/sub/c.txt"]);

        Assert.Equal((1, 0, 2, 0, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/sub/c.txt: beta MEXT 2016"], _work.Find());
    }

    [Fact]
    public void A_missing_root_is_a_failure_and_removes_nothing()
    {
        _work.Ingest();
        Directory.Move(_work.Docs, _work.Docs + "-away");
        var report = _work.Ingest();

        Assert.Equal((0, 0, 0, 0, 1), Counts(report));
        Assert.Contains("missing", report.Failed[0].Reason, StringComparison.Ordinal);
        Assert.Equal(3, _work.Find().Count);
    }

    [Fact]
    public void A_missing_root_keeps_its_documents_in_a_rebuild()
    {
        _work.Ingest();
        _work.Folder.Write("more/c.txt", "gamma METI");
        _work.Ingest(_work.Folder["more"]);
        var before = _work.Find();
        Directory.Move(_work.Docs, _work.Docs + "-away");

        var report = _work.Ingest(new IngestionRequest { Rebuild = true });

        Assert.Equal((0, 1, 0, 0, 1), Counts(report));
        Assert.Equal(before, _work.Find());
        Assert.Equal(["docs/a.txt: alpha METI 2001", "more/c.txt: gamma METI"], _work.Find("", ("ministry", "meti")));
    }

    [Fact]
    public void Only_the_roots_named_are_touched()
    {
        _work.Folder.Write("more/c.txt", "gamma");
        _work.Ingest(_work.Docs, _work.Folder["more"]);
        _work.Write("a.txt", "changed");
        _work.Folder.Write("more/c.txt", "changed too");

        Assert.Equal((0, 1, 0, 0, 0), Counts(_work.Ingest(_work.Folder["more"])));
        Assert.Equal((0, 1, 0, 2, 0), Counts(_work.Ingest(new IngestionRequest())));
    }

    [Fact]
    public void A_document_that_can_no_longer_be_read_keeps_its_last_good_version_and_is_listed_each_time()
    {
        _work.Ingest();
        _work.Write("a.txt", "broken now");
        var first = _work.Ingest();
        var generation = _work.Generation();
        var second = _work.Ingest();

        Assert.Equal((0, 0, 0, 1, 1), Counts(first));
        Assert.Equal([new IngestionFailure("docs/a.txt", "it is broken")], first.Failed);
        Assert.Equal(first.Failed, second.Failed);
        Assert.Empty(_work.WasRead);
        Assert.Equal(generation, _work.Generation());
        Assert.Single(_work.Find("alpha"));
    }

    [Fact]
    public void What_failed_is_tried_again_when_its_content_or_the_program_changes()
    {
        _work.Write("a.txt", "broken");
        _work.Ingest();
        _work.Version = "2";
        Assert.Equal((0, 1, 0, 0, 1), Counts(_work.Ingest()));

        _work.Write("a.txt", "mended");
        Assert.Equal((1, 0, 0, 1, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
        Assert.Single(_work.Find("mended"));
    }

    [Fact]
    public void A_document_that_is_as_it_was_before_it_failed_is_unchanged_and_listed_no_longer()
    {
        _work.Ingest();
        _work.Write("a.txt", "broken");
        _work.Ingest();
        _work.Write("a.txt", "alpha METI 2001\nsecond line");

        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void Another_version_of_what_reads_reads_everything_again()
    {
        _work.Ingest();
        _work.Version = "2";

        Assert.Equal((0, 2, 0, 0, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_rebuild_reads_everything_and_gives_the_same_passages()
    {
        _work.Ingest();
        var before = _work.Find();
        var report = _work.Ingest(new IngestionRequest { Rebuild = true });

        Assert.Equal((0, 2, 0, 0, 0), Counts(report));
        Assert.Equal(before, _work.Find());
    }

    [Fact]
    public void An_empty_folder_is_remembered_and_said_to_be_empty()
    {
        Directory.CreateDirectory(_work.Folder["empty"]);
        var report = _work.Ingest(_work.Folder["empty"]);

        Assert.Contains(_work.Folder["empty"], Assert.Single(report.Messages), StringComparison.Ordinal);
        Assert.Equal("empty", Assert.Single(report.Roots).Name);
        Assert.Empty(_work.Find());
    }

    [Fact]
    public void Two_roots_of_one_name_are_refused_and_nothing_is_touched()
    {
        _work.Ingest();
        _work.Folder.Write("other/docs/x.txt", "x");
        var generation = _work.Generation();

        Assert.Throws<IngestionException>(() => _work.Ingest(_work.Folder["other/docs"]));
        Assert.Equal(generation, _work.Generation());
        Assert.Equal(1, _work.Ingest("other=" + _work.Folder["other/docs"]).Added);
    }

    [Fact]
    public void A_file_that_may_still_be_growing_is_left_for_later()
    {
        _work.Write("fresh.txt", "not complete");
        File.SetLastWriteTimeUtc(_work.Folder["docs/a.txt"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(_work.Folder["docs/sub/b.txt"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var report = _work.Ingest(new IngestionRequest { Paths = [_work.Docs], Settle = TimeSpan.FromHours(1) });

        Assert.Equal((2, 1), (report.Added, report.Pending));
        Assert.Equal(1, _work.Ingest().Added);
    }

    [Fact]
    public void Another_writer_is_named_after_the_wait_and_no_lock_is_needed_where_nothing_differs()
    {
        _work.Ingest();
        using var writer = IndexWriter.Open(_work.Index, PassageSchema.Schema);

        Assert.Equal(2, _work.Ingest().Unchanged);
        _work.Write("a.txt", "changed");
        var fault = Assert.Throws<LockFailedException>(() => _work.Ingest(new IngestionRequest { Paths = [_work.Docs], Wait = TimeSpan.Zero }));
        Assert.Contains($"{Environment.ProcessId}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_schema_leads_to_a_rebuild_that_is_explained()
    {
        _work.Ingest();
        var changed = new Engine.Schema.IndexSchema([.. PassageSchema.Schema.Fields, Engine.Schema.FieldDefinition.Keyword("more")]);
        using (var writer = IndexWriter.Open(_work.Index, changed, new IndexWriterOptions { Create = true }))
        {
            writer.Commit();
        }

        var report = _work.Ingest();
        Assert.Equal((2, 0, 0, 0, 0), Counts(report));
        Assert.Single(report.Messages);
        Assert.Equal(3, _work.Find().Count);
    }

    public void Dispose() => _work.Dispose();
}
