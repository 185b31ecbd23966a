using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PolicySearch.Host.Tests.Api;

public sealed class ApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_search_answers_with_exactly_the_facets_asked_for()
    {
        var answer = await GetAsync("/api/search?q=regions&facet=year,ministry&limit=1");

        Assert.Equal(2, answer.GetProperty("total").GetInt32());
        Assert.Equal(1, answer.GetProperty("hits").GetArrayLength());
        Assert.Equal(["year", "ministry"], answer.GetProperty("facets").EnumerateObject().Select(facet => facet.Name));
        Assert.Equal(["2001", "2016"], answer.GetProperty("facets").GetProperty("year").EnumerateArray().Select(v => v.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_passage_and_a_document_are_found_by_their_ids()
    {
        var hit = (await GetAsync("/api/search?ministry=METI")).GetProperty("hits")[0];
        var passage = await GetAsync("/api/passages/" + hit.GetProperty("id").GetString());
        var document = await GetAsync("/api/documents/" + hit.GetProperty("document").GetProperty("id").GetString());

        Assert.Equal(hit.GetProperty("text").GetString(), passage.GetProperty("text").GetString());
        Assert.Contains(hit.GetProperty("text").GetString()!, document.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("docs/a.txt", document.GetProperty("document").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("docs/a.txt")]
    [InlineData("docs%2Fa.txt")]
    [InlineData("docs%2fa%2Etxt?limit=1")]
    public async Task A_document_is_found_by_its_address_however_that_is_written(string address)
    {
        var document = await GetAsync("/api/documents/" + address);

        Assert.Equal("docs/a.txt", document.GetProperty("document").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("docs/none.txt", "docs/none.txt")]
    [InlineData("docs%2Fno%252Fne.txt", "docs/no%2Fne.txt")]
    public async Task An_address_that_there_is_not_is_named_as_it_was_understood(string address, string understood)
    {
        using var answer = await fixture.Client.GetAsync("/api/documents/" + address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal($"there is no document '{understood}'", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/documents?limit=0", "limit")]
    [InlineData("/api/documents?offset=-1", "offset")]
    [InlineData("/api/documents?page=1", "page")]
    [InlineData("/api/documents/x?limit=many", "limit")]
    [InlineData("/api/search?group=all", "group")]
    public async Task A_part_that_cannot_be_given_is_a_problem_that_names_the_parameter(string address, string parameter)
    {
        using var answer = await fixture.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task A_document_has_its_provenance_and_comes_in_parts()
    {
        var list = await GetAsync("/api/documents?limit=1");
        var id = list.GetProperty("documents")[0].GetProperty("id").GetString();
        var part = await GetAsync($"/api/documents/{id}?offset=1&limit=1");

        Assert.Equal(1, list.GetProperty("documents").GetArrayLength());
        Assert.True(list.GetProperty("total").GetInt32() > 1);
        Assert.Equal((1, 0), (part.GetProperty("offset").GetInt32(), part.GetProperty("passages").GetArrayLength()));
        Assert.Equal(64, part.GetProperty("provenance").GetProperty("sha256").GetString()!.Length);
        Assert.Equal(JsonValueKind.Array, part.GetProperty("notes").ValueKind);
    }

    [Fact]
    public async Task Tags_are_listed_with_their_counts()
    {
        var answer = await GetAsync("/api/tags?type=ministry,place&min=1&limit=10");
        var found = await GetAsync("/api/tags?q=%E7%B5%8C%E6%B8%88%E7%94%A3%E6%A5%AD%E7%9C%81");

        Assert.Equal(["total", "tags"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["type", "id", "passages", "documents"], answer.GetProperty("tags")[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["METI", "MEXT"], answer.GetProperty("tags").EnumerateArray().Where(tag => tag.GetProperty("type").GetString() == "ministry").Select(tag => tag.GetProperty("id").GetString()));
        Assert.Equal("METI", Assert.Single(found.GetProperty("tags").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("type=colour", "type")]
    [InlineData("min=0", "min")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("colour=blue", "colour")]
    public async Task A_wrong_parameter_of_tags_is_a_problem_that_names_it(string query, string parameter)
    {
        using var answer = await fixture.Client.GetAsync("/api/tags?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Documents_are_listed_by_source()
    {
        var list = await GetAsync("/api/documents");

        Assert.Equal(["docs/a.txt", "docs/b.txt"], list.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=100000", "limit")]
    [InlineData("offset=9995", "offset")]
    [InlineData("year=2020..2001", "year")]
    [InlineData("facet=colour", "facet")]
    [InlineData("facet=year&year_role=wish", "year_role")]
    [InlineData("year_role=target", "year_role")]
    [InlineData("colour=blue", "colour")]
    [InlineData("kind=poem", "kind")]
    [InlineData("q=%22open", "q")]
    public async Task A_wrong_parameter_is_a_problem_that_names_it(string query, string parameter)
    {
        using var answer = await fixture.Client.GetAsync("/api/search?" + query);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.NotEqual(JsonValueKind.Undefined, problem.GetProperty("position").ValueKind);
    }

    [Theory]
    [InlineData("GET", "/api/passages/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/documents/none", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/suggest", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/search", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/ingest", HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", "/api/documents/none", HttpStatusCode.Unauthorized)]
    public async Task What_cannot_be_done_is_a_problem(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await fixture.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal((int)status, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Health_is_live_and_ready()
    {
        Assert.Equal("live", (await GetAsync("/health/live")).GetProperty("status").GetString());
        var ready = await GetAsync("/health/ready");
        Assert.Equal(("ready", 2), (ready.GetProperty("status").GetString(), ready.GetProperty("documents").GetInt32()));
    }

    [Fact]
    public async Task The_interface_describes_its_routes_and_parameters()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(
            ["/api/documents", "/api/documents/{id}", "/api/ingest", "/api/ingest/cancel", "/api/ingest/pause", "/api/ingest/resume", "/api/ingest/status", "/api/passages/{id}", "/api/search", "/api/tags", "/health/live", "/health/ready"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal(17, paths.GetProperty("/api/search").GetProperty("get").GetProperty("parameters").GetArrayLength());
    }

    [Fact]
    public async Task With_the_key_an_ingest_takes_in_what_is_new()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ingest");
        request.Headers.Add("X-Api-Key", ServerFixture.Key);
        using var answer = await fixture.Client.SendAsync(request);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, report.GetProperty("unchanged").GetInt32());
    }

    private Task<JsonElement> GetAsync(string path) => fixture.Client.GetFromJsonAsync<JsonElement>(path);
}
