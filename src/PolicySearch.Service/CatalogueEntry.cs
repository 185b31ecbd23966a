using System.Text.Json;
using System.Text.Json.Serialization;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service;

/// <summary>What the index remembers of a source beside its passages; kept as JSON on the document's record.</summary>
public sealed record CatalogueEntry
{
    /// <summary>Name of the root it lies under.</summary>
    public required string Root { get; init; }

    /// <summary>Path below the root, with forward slashes; of a member the path of the file that it lies in, <c>!/</c>, and its path there.</summary>
    public required string Path { get; init; }

    /// <summary>Path of the file that it lies in; null where it is a file itself.</summary>
    public string? Container { get; init; }

    /// <summary>Whether it is an archive that was read, which has members and is no document itself.</summary>
    public bool IsArchive { get; init; }

    /// <summary>Whether documents may lie in it: it is an archive or a message.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasMembers { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; empty where the content could not be read.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Time of the last write by which a change is told; null where it was too fresh, when read, to tell a later change.</summary>
    public required DateTimeOffset? Modified { get; init; }

    /// <summary>What read it, as <c>name:version</c> behind semicolons: its extractor, segmenter, tagger with authority files, mapping.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Media type of the source.</summary>
    public string? MediaType { get; init; }

    /// <summary>Name of the extractor that read it.</summary>
    public string? Extractor { get; init; }

    /// <summary>Version of that extractor.</summary>
    public int? ExtractorVersion { get; init; }

    /// <summary>Time of the last write as the file system gave it; null for a member.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>What of the source could not be read, or not with certainty, in sentences; null where nothing is known.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>The document's title.</summary>
    public string? Title { get; init; }

    /// <summary>Who made it, as the file says.</summary>
    public string? Creator { get; init; }

    /// <summary>Date of publication, <c>YYYY[-MM[-DD]]</c>.</summary>
    public string? Published { get; init; }

    /// <summary>BCP 47 tag of the main language.</summary>
    public string? Language { get; init; }

    /// <summary>Why it could not be read; null for a document that could.</summary>
    public string? Failure { get; init; }

    /// <summary>How often a source of this content was tried in vain; 0 for a document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Attempts { get; init; }

    /// <summary>When it was last tried in vain; null for a document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset? Tried { get; init; }

    /// <summary>Root name and path: what answers call <c>source</c>, and what ids are made from.</summary>
    [JsonIgnore]
    public string Address => Root + "/" + Path;

    /// <summary>Address of the file that it is or lies in.</summary>
    [JsonIgnore]
    public string FileAddress => Root + "/" + FilePath;

    /// <summary>Path of the file that it is or lies in.</summary>
    [JsonIgnore]
    public string FilePath => Container ?? Path;

    /// <summary>The entry as bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, CatalogueJson.Default.CatalogueEntry);

    /// <summary>The entry that <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no entry.</exception>
    public static CatalogueEntry FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, CatalogueJson.Default.CatalogueEntry)
                ?? throw new InvalidDataException("catalogue entry is null");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("catalogue entry is not readable: " + e.Message, e);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CatalogueEntry))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
[JsonSerializable(typeof(SortedDictionary<string, SourceSelection>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(UserAuthorityFile[]))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
