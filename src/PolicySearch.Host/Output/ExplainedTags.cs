using System.Text.Json.Nodes;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Output;

/// <summary>What <c>extract --explain</c> shows: why each tag is there.</summary>
internal static class ExplainedTags
{
    /// <summary>A passage's line of JSON, with a member <c>evidence</c> more in each tag: <c>rule</c>, and for a listed or defined name <c>name</c> and <c>origin</c>, else null.</summary>
    public static string Line(ExtractedPassageLine line, TaggedPassage passage)
    {
        var json = JsonNode.Parse(HostJson.Line(line))!.AsObject();
        var tags = json["tags"]!.AsArray();
        for (var i = 0; i < tags.Count; i++)
        {
            var mention = passage.Mentions[i];
            tags[i]!["evidence"] = new JsonObject
            {
                ["rule"] = mention.Evidence,
                ["name"] = mention.Source?.Name,
                ["origin"] = mention.Source?.Origin.ToString(),
            };
        }

        return json.ToJsonString(HostJson.Contract);
    }

    /// <summary>A mention and its reason in one line, for people.</summary>
    public static string Text(Mention mention, Document document)
    {
        var (start, end) = (mention.Span.Start, mention.Span.End);
        var years = mention.Years is { } y ? $", {Spelling.Of(y.Basis)}, {Spelling.Of(y.Role)}" : "";
        return $"    {Spelling.Of(mention.Type)} {mention.Id}{years}: \"{PolicySearch.Text.Whitespace.Collapse(mention.Span.Of(document.Text))}\" at {start}..{end}, by {Reason(mention)}";
    }

    private static string Reason(Mention mention) => mention.Source is { } source
        ? $"{mention.Evidence}, \"{source.Name}\" in {source.Origin}"
        : mention.Evidence;
}
