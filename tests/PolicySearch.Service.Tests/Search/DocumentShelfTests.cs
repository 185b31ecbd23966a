using PolicySearch.Service.Search;
using PolicySearch.Service.Tests.Ingestion;

namespace PolicySearch.Service.Tests.Search;

public sealed class DocumentShelfTests : IDisposable
{
    private const int Lines = 25;

    private readonly Workspace _work = new();
    private readonly PassageSearch _search;

    public DocumentShelfTests()
    {
        _work.Write("a.txt", string.Join('\n', Enumerable.Range(0, Lines).Select(i => $"  line {i}")));
        _work.Write("b.txt", "noted");
        _work.Write("c.txt", "last");
        _work.Ingest();
        _search = new PassageSearch(_work.Index, new Taggers());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(1000)]
    public void The_parts_of_a_document_make_up_its_text_and_passages(int limit)
    {
        var whole = _search.FindDocument("docs/a.txt")!;
        var parts = Enumerable.Range(0, (Lines + limit - 1) / limit).Select(i => _search.FindDocument("docs/a.txt", new ListRange(i * limit, limit))!).ToList();

        Assert.Equal((Lines, 0), (whole.Total, whole.TextStart));
        Assert.Equal(whole.Text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal(whole.Passages.Select(passage => passage.Id), parts.SelectMany(part => part.Passages).Select(passage => passage.Id));
        Assert.All(parts, part => Assert.Equal(Lines, part.Total));
        Assert.All(parts, part => Assert.All(part.Passages, passage =>
            Assert.Equal(passage.Text, part.Text[(passage.Start - part.TextStart)..(passage.End - part.TextStart)])));
    }

    [Theory]
    [InlineData(5000, 4000, 100, 0, 5000)]
    [InlineData(6000, 0, 1000, 0, 3000)]
    [InlineData(6000, 5900, 100, 3450, 6000)]
    [InlineData(60_000, 30_000, 1, 27_501, 32_500)]
    [InlineData(0, 0, 0, 0, 0)]
    public void Notes_of_a_long_document_are_looked_for_around_what_is_shown(int total, int offset, int count, int first, int end) =>
        Assert.Equal((first, end), HitReader.NoteWindow(total, offset, count));

    [Fact]
    public void A_part_can_be_asked_for_by_a_passage_in_it()
    {
        var passage = _search.FindDocument("docs/a.txt")!.Passages[13];
        var part = _search.FindDocument("docs/a.txt", new ListRange(0, 5) { Passage = passage.Id })!;

        Assert.Equal((10, 5), (part.Offset, part.Passages.Count));
        Assert.Contains(passage.Id, part.Passages.Select(one => one.Id));
        Assert.Equal(20, _search.FindDocument("docs/a.txt", new ListRange(20, 5) { Passage = "none" })!.Offset);
    }

    [Fact]
    public void Past_the_end_there_are_no_passages()
    {
        var part = _search.FindDocument("docs/a.txt", new ListRange(Lines + 5, 5))!;

        Assert.Equal((Lines, "", 0), (part.Total, part.Text, part.Passages.Count));
        Assert.Empty(_search.Documents(new ListRange(3, 1)).Documents);
    }

    [Fact]
    public void The_list_of_documents_comes_in_parts_by_source()
    {
        var list = _search.Documents(new ListRange(1, 1));

        Assert.Equal(3, list.Total);
        Assert.Equal("docs/b.txt", Assert.Single(list.Documents).Source);
        Assert.Equal("docs/c.txt", _search.FindSummary("docs/c.txt")!.Source);
        Assert.Null(_search.FindSummary("docs/d.txt"));
    }

    [Theory]
    [InlineData(0, 0, "limit")]
    [InlineData(0, 1001, "limit")]
    [InlineData(-1, 1, "offset")]
    public void A_part_outside_is_refused(int offset, int limit, string parameter)
    {
        Assert.Equal(parameter, Assert.Throws<SearchRequestException>(() => _search.Documents(new ListRange(offset, limit))).Parameter);
        Assert.Equal(parameter, Assert.Throws<SearchRequestException>(() => _search.FindDocument("x", new ListRange(offset, limit))).Parameter);
    }

    [Fact]
    public void A_document_says_where_it_comes_from_and_what_of_it_could_not_be_read()
    {
        var document = _search.FindDocument("docs/b.txt")!;
        var file = new FileInfo(Path.Combine(_work.Docs, "b.txt"));
        var provenance = document.Provenance!;

        Assert.Equal(["it is noted"], document.Notes);
        Assert.Equal("A writer", document.Creator);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("noted"u8)), provenance.Sha256);
        Assert.Equal((5L, new DateTimeOffset(file.LastWriteTimeUtc)), (provenance.Size, provenance.Modified));
        Assert.Equal(("text/plain", "txt", 7), (provenance.MediaType, provenance.Extractor, provenance.ExtractorVersion));
        Assert.StartsWith("mapper:", provenance.Fingerprint, StringComparison.Ordinal);
        Assert.Empty(_search.FindDocument("docs/a.txt")!.Notes);
    }

    [Fact]
    public void A_run_reports_the_notes_of_what_it_read()
    {
        _work.Write("d.txt", "noted too");
        var report = _work.Ingest();

        Assert.Equal([new("docs/d.txt", "it is noted")], report.Notes);
        Assert.Empty(_work.Ingest().Notes);
    }

    public void Dispose()
    {
        _search.Dispose();
        _work.Dispose();
    }
}
