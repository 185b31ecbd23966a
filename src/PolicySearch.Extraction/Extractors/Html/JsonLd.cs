using System.Text.Json;
using AngleSharp.Dom;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>What a page says of itself as linked data (JSON-LD with the words of schema.org); null for what it does not say.</summary>
/// <param name="Creator">Names of its authors.</param>
/// <param name="Published">Date of publication as it is written.</param>
internal readonly record struct JsonLd(string? Creator, string? Published)
{
    private const int MostScript = 1_000_000;
    private const int Deepest = 8;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads all scripts of linked data; what the first of them says counts.</summary>
    public static JsonLd Read(IDocument page)
    {
        var found = default(JsonLd);
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var text = script.TextContent;
            if (text.Length > MostScript)
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(text, Lenient);
                found = Read(json.RootElement, found, 0);
            }
            catch (JsonException)
            {
                // Pages have broken scripts; what they show to people is read all the same.
            }
        }

        return found;
    }

    // The article may stand in a list, in a graph, or be what the page is about.
    private static JsonLd Read(JsonElement element, JsonLd found, int depth)
    {
        if (element.ValueKind == JsonValueKind.Array && depth < Deepest)
        {
            return element.EnumerateArray().Aggregate(found, (sum, item) => Read(item, sum, depth + 1));
        }

        if (element.ValueKind != JsonValueKind.Object || depth >= Deepest)
        {
            return found;
        }

        var date = element.TryGetProperty("datePublished", out var published) && published.ValueKind == JsonValueKind.String ? published.GetString() : null;
        found = new JsonLd(found.Creator ?? Creators(element), found.Published ?? date);
        foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
        {
            found = element.TryGetProperty(name, out var inner) ? Read(inner, found, depth + 1) : found;
        }

        return found;
    }

    private static string? Creators(JsonElement element) =>
        element.TryGetProperty("author", out var author) || element.TryGetProperty("creator", out author) ? FileProperties.Creators(Names(author)) : null;

    private static IEnumerable<string?> Names(JsonElement author) => author.ValueKind switch
    {
        JsonValueKind.String => [author.GetString()],
        JsonValueKind.Array => author.EnumerateArray().Where(one => one.ValueKind != JsonValueKind.Array).SelectMany(Names),
        JsonValueKind.Object when author.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => [name.GetString()],
        _ => [],
    };
}
