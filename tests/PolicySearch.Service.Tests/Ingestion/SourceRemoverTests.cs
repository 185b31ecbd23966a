using PolicySearch.Engine;
using PolicySearch.Extraction;
using PolicySearch.Service.Ingestion;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class SourceRemoverTests : IDisposable
{
    private readonly Workspace _work = new();

    public SourceRemoverTests()
    {
        _work.Write("a.txt", "alpha");
        _work.Write("b.txt", "beta");
    }

    [Fact]
    public void A_document_taken_out_stays_out_until_ingest_names_it()
    {
        _work.Ingest();
        var report = Remove(_work.Folder["docs/a.txt"]);

        Assert.Equal(["docs/a.txt"], report.Documents);
        Assert.Equal(["docs/b.txt: beta"], _work.Find());
        Assert.Equal((0, 0, 0, 1, 0), Counts(_work.Ingest()));
        Assert.Equal((1, 0, 0, 0, 0), Counts(_work.Ingest(_work.Folder["docs/a.txt"])));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_rebuild_takes_everything_in_again()
    {
        _work.Ingest();
        Remove("docs/a.txt");

        Assert.Equal(1, _work.Ingest(new IngestionRequest { Rebuild = true }).Added);
        Assert.Equal(2, _work.Find().Count);
    }

    [Fact]
    public void A_document_is_named_by_file_address_or_id()
    {
        foreach (var name in new[] { _work.Folder["docs/a.txt"], "docs/a.txt", PassageIds.ForDocument("docs/a.txt") })
        {
            _work.Ingest(new IngestionRequest { Paths = [_work.Docs], Rebuild = true });

            Assert.Equal(["docs/a.txt"], Remove(name).Documents);
        }
    }

    [Fact]
    public void A_root_goes_with_its_documents_and_is_forgotten()
    {
        _work.Ingest();
        _work.Folder.Write("more/c.txt", "gamma");
        _work.Ingest(_work.Folder["more"]);

        var report = Remove(_work.Docs);
        Assert.Equal(["docs"], report.Roots);
        Assert.Equal(["docs/a.txt", "docs/b.txt"], report.Documents);
        Assert.Equal(["more/c.txt: gamma"], _work.Find());
        Assert.Equal((0, 0, 0, 1, 0), Counts(_work.Ingest(new IngestionRequest())));
    }

    [Fact]
    public void What_is_not_there_is_listed_and_nothing_is_written()
    {
        _work.Ingest();
        var generation = _work.Generation();
        var report = Remove("nothing");

        Assert.Equal("nothing", Assert.Single(report.Failed).Source);
        Assert.Equal(generation, _work.Generation());
    }

    [Fact]
    public void Where_no_index_is_nothing_is_made() =>
        Assert.Throws<IndexNotFoundException>(() => Remove("x"));

    public void Dispose() => _work.Dispose();

    private RemovalReport Remove(string path) => new SourceRemover(_work.Index).Remove([path], TimeSpan.Zero);
}
