using System.Text.Json.Serialization;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Search;

/// <summary>The answer to a <see cref="SearchRequest"/>; its JSON form is a contract (snake_case).</summary>
/// <param name="Query">The query as asked.</param>
/// <param name="Total">Exact number of matching passages.</param>
/// <param name="TookMs">Time in the service, in milliseconds.</param>
/// <param name="Hits">The hits asked for.</param>
/// <param name="Facets">Exactly the facets asked for.</param>
public sealed record SearchResponse(
    string Query,
    long Total,
    double TookMs,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);

/// <summary>A passage found.</summary>
public record SearchHit
{
    /// <summary>The passage's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its document.</summary>
    public required DocumentSummary Document { get; init; }

    /// <summary>Headings above it, outermost first.</summary>
    public required IReadOnlyList<string> Heading { get; init; }

    /// <summary><c>text</c>, <c>list</c>, <c>table</c>, <c>footnote</c>, <c>reference</c> or <c>caption</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Page, from 1, or null.</summary>
    public int? Page { get; init; }

    /// <summary>Where its blocks stand on pages; answers show it of a passage that is asked for by its id.</summary>
    [JsonIgnore]
    public IReadOnlyList<PageBox> Boxes { get; init; } = [];

    /// <summary>First UTF-16 code unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last.</summary>
    public required int End { get; init; }

    /// <summary>Its score.</summary>
    public required float Score { get; init; }

    /// <summary>The document's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of the text that are analysed and shown; spans in the document's text.</summary>
    public required IReadOnlyList<HitBlock> Blocks { get; init; }

    /// <summary>[start, end) in <see cref="Text"/>, sorted.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Highlights { get; init; }

    /// <summary>Its tags; spans in the document's text.</summary>
    public required IReadOnlyList<HitTag> Tags { get; init; }

    /// <summary>Other hits that are copies of it, by source and place, at most 100; null where nobody looked for them.</summary>
    public IReadOnlyList<DuplicatePassage>? Duplicates { get; init; }
}

/// <summary>A copy of a passage found.</summary>
/// <param name="Id">The copy's id.</param>
/// <param name="Document">The document that holds it.</param>
/// <param name="Page">Its page, from 1, or null.</param>
public sealed record DuplicatePassage(string Id, DocumentSummary Document, int? Page);

/// <summary>A document as hits name it.</summary>
public sealed record DocumentSummary(string Id, string? Title, string Source, string? Published, string? Language);

/// <summary>A block of a hit: kind as the design spells it (<c>list-item</c>), span in the document's text.</summary>
public sealed record HitBlock(string Kind, int Start, int End)
{
    /// <summary>A block as answers show it.</summary>
    public static HitBlock Of(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return new HitBlock(Spelling.Of(block.Kind), block.Span.Start, block.Span.End);
    }
}

/// <summary>A tag of a hit; the last four only for years.</summary>
public sealed record HitTag(string Type, string Id, string Text, int Start, int End, int? From, int? To, string? Basis, string? Role)
{
    /// <summary>A mention as answers show it.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="text">The document's text, or a part of it that holds the mention.</param>
    /// <param name="textStart">Where <paramref name="text"/> starts in the document's text.</param>
    public static HitTag Of(Mention mention, string text, int textStart)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = (mention.Span.Start, mention.Span.End);
        var said = text[(start - textStart)..(end - textStart)];
        return mention.Years is { } years
            ? new HitTag(Spelling.Of(mention.Type), mention.Id, said, start, end, years.From, years.To, Spelling.Of(years.Basis), Spelling.Of(years.Role))
            : new HitTag(Spelling.Of(mention.Type), mention.Id, said, start, end, null, null, null, null);
    }
}

/// <summary>A facet's value: what a filter takes, what a person reads, and the number of passages.</summary>
public sealed record FacetValue(string Value, string Label, long Count);
