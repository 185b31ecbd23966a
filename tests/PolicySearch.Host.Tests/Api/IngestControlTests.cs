using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PolicySearch.Host.Tests.Api;

/// <summary>Pausing, resuming, cancelling and watching an ingest over HTTP.</summary>
public sealed class IngestControlTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_status_needs_no_key_and_tells_how_the_last_run_ended()
    {
        var status = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/ingest/status");

        string[] names =
        [
            "added", "ended", "eta_seconds", "failed", "failures", "paused", "pending", "phase", "rate", "read", "removed", "started", "state", "to_read", "trouble",
            "unchanged", "updated",
        ];
        Assert.Equal(names, status.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.False(status.GetProperty("paused").GetBoolean());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("trouble").ValueKind);
    }

    [Fact]
    public async Task A_paused_ingest_begins_no_run_until_it_is_resumed()
    {
        var paused = await PostAsync("pause", HttpStatusCode.OK);
        await PostAsync("", HttpStatusCode.Conflict);
        var resumed = await PostAsync("resume", HttpStatusCode.OK);
        await PostAsync("", HttpStatusCode.OK);

        Assert.True(paused.GetProperty("paused").GetBoolean());
        Assert.False(resumed.GetProperty("paused").GetBoolean());
    }

    [Fact]
    public async Task A_cancelled_ingest_can_be_asked_for_again()
    {
        await PostAsync("cancel", HttpStatusCode.OK);
        await PostAsync("", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_source_that_failed_is_listed_with_its_reason_by_status_and_documents()
    {
        await File.WriteAllBytesAsync(Path.Combine(fixture.Folder, "docs", "bad.bin"), [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 7]);
        File.SetLastWriteTimeUtc(Path.Combine(fixture.Folder, "docs", "bad.bin"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await PostAsync("", HttpStatusCode.OK);
        try
        {
            var status = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/ingest/status");
            var documents = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/documents");

            var failure = Assert.Single(status.GetProperty("failures").EnumerateArray());
            Assert.Equal("docs/bad.bin", failure.GetProperty("source").GetString());
            Assert.Equal(failure.GetRawText(), Assert.Single(documents.GetProperty("failed").EnumerateArray()).GetRawText());
            Assert.Equal(JsonValueKind.String, failure.GetProperty("retry_at").ValueKind);
        }
        finally
        {
            File.Delete(Path.Combine(fixture.Folder, "docs", "bad.bin"));
        }
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("cancel")]
    public async Task Without_the_key_nothing_is_stopped(string verb)
    {
        using var answer = await fixture.Client.PostAsync("/api/ingest/" + verb, null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<JsonElement> PostAsync(string verb, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/ingest/{verb}".TrimEnd('/'));
        request.Headers.Add("X-Api-Key", ServerFixture.Key);
        using var answer = await fixture.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
