using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>A new version of an extractor or tagger reads again what it changes, and says why.</summary>
public sealed class ReadingFingerprintsTests : IDisposable
{
    private readonly Workspace _work = new();
    private int _html = 3;
    private int _tagger = 7;

    public ReadingFingerprintsTests()
    {
        _work.FingerprintOf = extractor => extractor switch
        {
            "txt" => $"txt:1;tagger:{_tagger}",
            "html" => $"html:{_html};tagger:{_tagger}",
            _ => $"txt:1;html:{_html};tagger:{_tagger}",
        };
        _work.Write("a.txt", "alpha");
        _work.Write("b.html", "beta");
        _work.Write("c.html", "gamma");
        _work.Write("d.html", "broken");
        _work.Ingest();
    }

    [Fact]
    public void A_new_version_of_an_extractor_reads_its_own_documents_and_what_failed()
    {
        _html = 4;
        var report = _work.Ingest();

        Assert.Equal((0, 2, 0, 1, 1), Counts(report));
        Assert.Equal(["b.html", "c.html", "d.html"], _work.WasRead.Order());
        Assert.Equal(["2 documents are read again: html is 4 now, 3 before"], report.Messages);
        Assert.Empty(_work.Ingest().Messages);
    }

    [Fact]
    public void A_new_tagger_reads_everything_and_each_reason_is_told_with_its_documents()
    {
        _html = 4;
        _tagger = 8;

        Assert.Equal(
            ["2 documents are read again: html is 4 now, 3 before, tagger is 8 now, 7 before", "1 document is read again: tagger is 8 now, 7 before"],
            _work.Ingest().Messages);
    }

    [Fact]
    public void What_an_extractor_that_is_gone_read_is_read_again()
    {
        _work.FingerprintOf = _ => "txt:1;tagger:7";

        Assert.Equal(["2 documents are read again: html is used no longer"], _work.Ingest().Messages);
    }

    public void Dispose() => _work.Dispose();
}
