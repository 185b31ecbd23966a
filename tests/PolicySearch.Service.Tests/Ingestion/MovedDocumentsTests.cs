using PolicySearch.Service.Ingestion;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class MovedDocumentsTests : IDisposable
{
    private readonly Workspace _work = new();

    public MovedDocumentsTests()
    {
        _work.Write("a.txt", "alpha METI 2001\nsecond line\nsecond line");
        _work.Ingest();
    }

    [Fact]
    public void A_moved_file_is_not_read_again_and_equals_one_that_was_read_there()
    {
        Directory.CreateDirectory(_work.Folder["docs/sub"]);
        File.Move(_work.Folder["docs/a.txt"], _work.Folder["docs/sub/b.txt"]);
        var report = _work.Ingest();
        var moved = State();

        Assert.Equal((1, 0, 1, 0, 0), Counts(report));
        Assert.Empty(_work.WasRead);
        _work.Ingest(new IngestionRequest { Rebuild = true });
        Assert.Equal(["sub/b.txt"], _work.WasRead);
        Assert.Equal(State(), moved);
    }

    [Fact]
    public void A_moved_folder_is_read_from_the_index_also_across_roots()
    {
        _work.Folder.Write("more/c.txt", "gamma");
        _work.Ingest(_work.Docs, _work.Folder["more"]);
        File.Move(_work.Folder["docs/a.txt"], _work.Folder["more/a.txt"]);

        Assert.Equal((1, 0, 1, 1, 0), Counts(_work.Ingest(_work.Docs, _work.Folder["more"])));
        Assert.Empty(_work.WasRead);
        Assert.Equal(["more/a.txt: alpha METI 2001"], _work.Find("alpha"));
    }

    [Fact]
    public void Another_ending_another_content_and_another_version_are_read()
    {
        File.Move(_work.Folder["docs/a.txt"], _work.Folder["docs/a.md"]);
        _work.Ingest();
        Assert.Equal(["a.md"], _work.WasRead);

        File.Move(_work.Folder["docs/a.md"], _work.Folder["docs/b.md"]);
        _work.Version = "2";
        _work.Ingest();
        Assert.Equal(["b.md"], _work.WasRead);

        File.Delete(_work.Folder["docs/b.md"]);
        _work.Write("c.md", "alpha METI 2001\nsecond line\nsecond lime");
        _work.Ingest();
        Assert.Equal(["c.md"], _work.WasRead);
    }

    public void Dispose() => _work.Dispose();

    private List<string> State() => IndexState.Of(_work.Index);
}
