using PolicySearch.Host.Api;
using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using PolicySearch.Service.Verification;

namespace PolicySearch.Host.Tests.Output;

/// <summary>The JSON that scripts outside read: names, order, nulls.</summary>
public sealed class ContractTests
{
    private static readonly SearchHit Hit = new()
    {
        Id = "p",
        Document = new DocumentSummary("d", null, "root/a.txt", "2015-04", null),
        Heading = ["H"],
        Kind = "text",
        Start = 5,
        End = 9,
        Score = 1.5f,
        Text = "経済 &",
        Blocks = [new HitBlock("list-item", 5, 9)],
        Highlights = [[0, 2]],
        Tags =
        [
            new HitTag("ministry", "METI", "経済", 5, 7, null, null, null, null),
            new HitTag("year", "2001", "2001", 7, 9, 2001, 2002, "fiscal", "target"),
        ],
        Duplicates = [new DuplicatePassage("c", new DocumentSummary("e", "T", "root/b.pdf", null, "en"), 3)],
    };

    private const string HitJson =
        """{"id":"p","document":{"id":"d","title":null,"source":"root/a.txt","published":"2015-04","language":null},"heading":["H"],"kind":"text","page":null,"start":5,"end":9,"score":1.5,"text":"経済 &","blocks":[{"kind":"list-item","start":5,"end":9}],"highlights":[[0,2]],"tags":[{"type":"ministry","id":"METI","text":"経済","start":5,"end":7,"from":null,"to":null,"basis":null,"role":null},{"type":"year","id":"2001","text":"2001","start":7,"end":9,"from":2001,"to":2002,"basis":"fiscal","role":"target"}],"duplicates":[{"id":"c","document":{"id":"e","title":"T","source":"root/b.pdf","published":null,"language":"en"},"page":3}]}""";

    [Fact]
    public void A_search_s_answer()
    {
        var response = new SearchResponse(
            "q", 1, 2.5, [Hit], new Dictionary<string, IReadOnlyList<FacetValue>> { ["Year_X"] = [new FacetValue("2001", "2001", 3)] });

        Assert.Equal(
            $$$"""{"query":"q","total":1,"took_ms":2.5,"hits":[{{{HitJson}}}],"facets":{"Year_X":[{"value":"2001","label":"2001","count":3}]}}""",
            HostJson.Line(response));
    }

    [Fact]
    public void A_document_to_read() => Assert.Equal(
        $$$"""{"document":{"id":"d","title":null,"source":"root/a.txt","published":"2015-04","language":null},"media_type":"text/plain","text":"t","passages":[{{{HitJson}}}],"text_start":4,"total":7,"offset":2,"notes":["n"],"creator":"c","provenance":{"sha256":"00ff","size":12,"modified":"2026-01-02T03:04:05+00:00","media_type":"text/plain","extractor":"text","extractor_version":3,"fingerprint":"f"}}""",
        HostJson.Line(new DocumentView(Hit.Document, "text/plain", "t", [Hit])
        {
            TextStart = 4,
            Total = 7,
            Offset = 2,
            Notes = ["n"],
            Creator = "c",
            Provenance = new Provenance("00ff", 12, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "text/plain", "text", 3, "f"),
        }));

    [Fact]
    public void A_verification() => Assert.Equal(
        """{"documents":2,"passages":5,"found":3,"changed":[{"id":"d","source":"root/a.txt","state":"changed","reason":"r","passages":3,"found":1,"lost":[{"id":"p","page":2,"start":5,"end":9,"now":{"page":null,"start":7,"end":11}},{"id":"q","page":null,"start":9,"end":12,"now":null}]}]}""",
        HostJson.Line(new VerificationReport(2, 5, 3, [new ChangedDocument("d", "root/a.txt", "changed", "r", 3, 1, [new LostPassage("p", 2, 5, 9, new PassageSpan(null, 7, 11)), new LostPassage("q", null, 9, 12, null)])])));

    [Fact]
    public void The_list_of_documents() => Assert.Equal(
        """{"total":1,"documents":[{"id":"d","title":null,"source":"root/a.txt","published":"2015-04","language":null}],"failed":[{"source":"root/b.txt","reason":"r","attempts":1,"tried":"2026-01-01T00:00:00+00:00","retry_at":null,"set_aside":false}]}""",
        HostJson.Line(new DocumentsAnswer(
            1, [Hit.Document], [new FailedSource("root/b.txt", "r", 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null, false)])));

    [Fact]
    public void An_ingest_s_report_has_the_names_of_the_contract_and_no_others() => Assert.Equal(
        """{"added":1,"updated":2,"removed":3,"unchanged":4,"failed":[{"source":"s","reason":"r"}],"passages":5,"seconds":0.5,"notes":[{"source":"s","note":"n"}]}""",
        HostJson.Line(new IngestionReport
        {
            Added = 1,
            Updated = 2,
            Removed = 3,
            Unchanged = 4,
            Failed = [new IngestionFailure("s", "r")],
            Passages = 5,
            Seconds = 0.5,
            Notes = [new SourceNote("s", "n")],
            Messages = ["m"],
            Pending = 1,
            Committed = true,
        }));

    [Fact]
    public void A_line_of_extract() => Assert.Equal(
        """{"doc":"a.txt","id":"p","ordinal":0,"start":0,"end":1,"heading":[],"kind":"text","page":null,"language":null,"text":"x","blocks":[],"tags":[]}""",
        HostJson.Line(new ExtractedPassageLine("a.txt", "p", 0, 0, 1, [], "text", null, null, "x", [], [])));

    [Fact]
    public void A_document_of_extract() => Assert.Equal(
        """{"doc":"a.txt","title":null,"creator":null,"published":null,"language":"ja","media_type":"text/html","canonical_address":null,"text":"x","blocks":[{"kind":"heading","start":0,"end":1,"level":2,"page":null,"box":[1,2,3,4]}],"links":[{"start":0,"end":1,"target":"t"}]}""",
        HostJson.Line(new ExtractedDocumentLine("a.txt", null, null, null, "ja", "text/html", null, "x", [new ExtractedBlock("heading", 0, 1, 2, null, [1, 2, 3, 4])], [new ExtractedLink(0, 1, "t")])));

    [Fact]
    public void A_problem() => Assert.Equal(
        """{"type":"about:blank","title":"Bad request","status":400,"detail":"d","parameter":"q","position":3}""",
        HostJson.Line(new Problem("about:blank", "Bad request", 400, "d", "q", 3)));
}
