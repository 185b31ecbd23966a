using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicySearch.Host.Api;
using PolicySearch.Service.Doctoring;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using PolicySearch.Service.Tags;
using PolicySearch.Service.Verification;

namespace PolicySearch.Host.Output;

/// <summary>The JSON of the contracts: snake_case, null never absent, text as it is (no escapes for other scripts).</summary>
internal static class HostJson
{
    /// <summary>The options that all output uses, on the command line and over HTTP.</summary>
    public static JsonSerializerOptions Contract { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Sets options up so.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, HostJsonContext.Default);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        return options;
    }

    /// <summary>One line of JSON.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Contract);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(PassageDetail))]
[JsonSerializable(typeof(TagCountList))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(DocumentView))]
[JsonSerializable(typeof(DocumentsAnswer))]
[JsonSerializable(typeof(IngestionReport))]
[JsonSerializable(typeof(IngestStatus))]
[JsonSerializable(typeof(VerificationReport))]
[JsonSerializable(typeof(ExtractedPassageLine))]
[JsonSerializable(typeof(ExtractedDocumentLine))]
[JsonSerializable(typeof(AuthorityEntryList))]
[JsonSerializable(typeof(AuthorityFaultList))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
