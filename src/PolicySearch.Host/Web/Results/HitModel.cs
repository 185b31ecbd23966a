using PolicySearch.Host.Web.Addresses;
using PolicySearch.Host.Web.Reading;
using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>A tag under a passage.</summary>
/// <param name="Type">Its type, such as <c>ministry</c>.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Chosen">Whether the search has it.</param>
/// <param name="Address">The search with it, or without it where it is chosen.</param>
public sealed record TagModel(string Type, string Label, bool Chosen, string Address);

/// <summary>A copy of a passage, listed under it.</summary>
/// <param name="Label">Title of its document.</param>
/// <param name="Detail">Where it is: its source, and its page where it has one.</param>
/// <param name="Address">Address of the copy in its document; keeps the search.</param>
public sealed record CopyModel(string Label, string Detail, string Address);

/// <summary>A passage found, as the results show it.</summary>
public sealed record HitModel
{
    private const int TagsShownAtOnce = 8;

    /// <summary>Place in the whole result, from 1.</summary>
    public required long Rank { get; init; }

    /// <summary>The hit as the service gives it.</summary>
    public required SearchHit Hit { get; init; }

    /// <summary>Title of its document, with marks where the passage begins with it.</summary>
    public required IReadOnlyList<TextPiece> Title { get; init; }

    /// <summary>Headings above it, outermost first, with marks where the passage begins with them.</summary>
    public required IReadOnlyList<IReadOnlyList<TextPiece>> Path { get; init; }

    /// <summary>Its blocks, without those that stand in title and path already.</summary>
    public required IReadOnlyList<ReadingBlock> Blocks { get; init; }

    /// <summary>The tags shown at once.</summary>
    public required IReadOnlyList<TagModel> FirstTags { get; init; }

    /// <summary>The tags folded away.</summary>
    public required IReadOnlyList<TagModel> MoreTags { get; init; }

    /// <summary>The hits that are copies of it.</summary>
    public required IReadOnlyList<CopyModel> Copies { get; init; }

    /// <summary>Address of the passage in its document; keeps the search.</summary>
    public required string Address { get; init; }

    /// <summary>A hit as the page shows it.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="rank">Place in the whole result, from 1.</param>
    /// <param name="query">The search.</param>
    public static HitModel Of(SearchHit hit, long rank, PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(query);
        var title = TextPieces.Of(hit.Document.Title ?? hit.Document.Source, hit.Document.Language);
        var path = hit.Heading.Select(heading => TextPieces.Of(heading, hit.Document.Language)).ToList();
        var names = hit.Blocks.TakeWhile(block => block.Kind is "title" or "heading").ToList();
        foreach (var name in names.ToList())
        {
            var level = hit.Heading.ToList().FindIndex(heading => Spacing.Collapse(heading) == PassageLayout.Collapsed(hit, name));
            if (level >= 0)
            {
                path[level] = PassageLayout.Pieces(hit, name, hit.Highlights);
            }
            else if (PassageLayout.IsTitle(hit, name))
            {
                title = PassageLayout.Pieces(hit, name, hit.Highlights);
            }
            else
            {
                names.Remove(name);
            }
        }

        var tags = Tags(hit, query);
        var shown = tags.Count == TagsShownAtOnce + 1 ? tags.Count : Math.Min(tags.Count, TagsShownAtOnce);
        return new HitModel
        {
            Rank = rank,
            Hit = hit,
            Title = title,
            Path = path,
            Blocks = PassageLayout.Of(hit, [.. hit.Blocks.Except(names)], hit.Highlights),
            FirstTags = tags[..shown],
            MoreTags = tags[shown..],
            Copies = [.. (hit.Duplicates ?? []).Select(copy => Copy(copy, query))],
            Address = query.PassageAddress(hit.Document.Id, hit.Id),
        };
    }

    private static CopyModel Copy(DuplicatePassage copy, PageQuery query) => new(
        copy.Document.Title ?? copy.Document.Source,
        copy.Document.Source + (copy.Page is { } page ? $", page {page}" : ""),
        query.PassageAddress(copy.Document.Id, copy.Id));

    /// <summary>Each tag once, chosen ones first, then by type in the page's order; years of access are left out, as filter and facet do.</summary>
    private static List<TagModel> Tags(SearchHit hit, PageQuery query)
    {
        string[] order = ["ministry", "agency", "programme", "organisation", "person", "place", "year"];
        return [.. hit.Tags
            .Where(tag => tag.Role != "accessed")
            .Select(tag => Tag(tag, query))
            .Distinct()
            .OrderBy(tag => tag.Chosen ? 0 : 1)
            .ThenBy(tag => Array.IndexOf(order, tag.Type))];
    }

    private static TagModel Tag(HitTag tag, PageQuery query)
    {
        var (value, label) = tag is { Type: "year", From: { } from, To: { } to }
            ? (new YearRange(from, to).Value, new YearRange(from, to).Label)
            : (tag.Id, tag.Id);
        var chosen = query.Has(tag.Type, value);
        var next = chosen ? query.Without(tag.Type, value) : query.With(tag.Type, value);
        return new TagModel(tag.Type, label, chosen, next.Address());
    }
}
