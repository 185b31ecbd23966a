using System.Net;
using System.Text;
using System.Text.Json;
using PolicySearch.EndToEnd.Tests.Questions;

namespace PolicySearch.EndToEnd.Tests.BadCalls;

/// <summary>Wrong requests: problem details that name the parameter, and never more than that.</summary>
public sealed class HttpTests(SeedsServerFixture seeds) : IClassFixture<SeedsServerFixture>
{
    [Theory]
    [InlineData("q=%22open", "q")]
    [InlineData("q=a+AND", "q")]
    [InlineData("year=2020..2001", "year")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=100000", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("offset=9999", "offset")]
    [InlineData("facet=colour", "facet")]
    [InlineData("colour=blue", "colour")]
    [InlineData("published=yesterday", "published")]
    [InlineData("year=2001&year_role=wish", "year_role")]
    [InlineData("year_role=target", "year_role")]
    public async Task A_wrong_request_is_a_400_that_names_the_parameter(string query, string parameter)
    {
        using var answer = await seeds.Server.Client.GetAsync("/api/search?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.DoesNotContain("   at ", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=colour", "type")]
    [InlineData("limit=0", "limit")]
    public async Task A_wrong_request_for_tags_is_a_400_that_names_the_parameter(string query, string parameter)
    {
        using var answer = await seeds.Server.Client.GetAsync("/api/tags?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("/api/passages/nothing")]
    [InlineData("/api/documents/nothing")]
    [InlineData("/api/suggest?q=x")]
    public async Task What_is_not_there_is_a_404(string path)
    {
        using var answer = await seeds.Server.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_filter_with_too_many_values_is_a_400()
    {
        using var answer = await seeds.Server.Client.GetAsync("/api/search?ministry=" + string.Join(',', Enumerable.Range(0, 1500).Select(i => $"m{i}")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("ministry", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/search?q=cluster")]
    [InlineData("/health/live")]
    public async Task HEAD_is_answered_as_GET_without_a_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await seeds.Server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Changing_calls_are_off_without_a_key()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await seeds.Server.Client.PostAsync("/api/ingest", content);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
    }

    [Fact]
    public async Task Random_queries_are_answered_with_200_or_400()
    {
        const int seed = 7;
        var random = new Random(seed);
        const string Alphabet = "ab \"()[]{}+-!:*?~^\\&|/<>'経済産業省é\u3000ANDORTO0129.,\0";
        for (var round = 0; round < 300; round++)
        {
            var query = new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            using var answer = await seeds.Server.Client.GetAsync("/api/search?q=" + Uri.EscapeDataString(query));

            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                $"seed {seed}, round {round}: {(int)answer.StatusCode} for {query}");
        }
    }

    [Fact]
    public async Task The_description_of_the_interface_lists_its_routes()
    {
        var description = JsonSerializer.Deserialize<JsonElement>(await seeds.Server.Client.GetStringAsync("/openapi/v1.json"));

        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        Assert.Contains("/api/search", paths);
        Assert.Contains("/api/passages/{id}", paths);
        Assert.Contains("/api/documents", paths);
        Assert.Contains("/api/documents/{id}", paths);
    }
}
