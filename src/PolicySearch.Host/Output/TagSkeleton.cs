using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Authority.Skeleton;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service.Tags;

namespace PolicySearch.Host.Output;

/// <summary>Writes tags as an authority file to edit.</summary>
internal static class TagSkeleton
{
    private static readonly string[] Head =
    [
        "Tags of an index as entries of an authority file; what is known with all the forms seen is left out. Delete what is right as it is. Then:",
        "- two entries that are one thing: write 'same_as: ID' into the one whose id shall go",
        "- another name: add it to 'names', a short form to 'short' (matched letter for letter)",
        "- no tag at all: 'type: none'",
        "'policysearch authority validate FILE' checks it, 'policysearch ingest --authority FILE' uses it.",
    ];

    /// <summary>The file. Years are left out: no file names them.</summary>
    public static string Write(TagList tags, AuthorityFiles known) => new AuthoritySkeleton(known).Write(
        Head,
        tags.Tags.Where(tag => tag.Type != "year").Select(tag => new SkeletonEntry(
            Enum.Parse<MentionType>(tag.Type, ignoreCase: true),
            tag.Id,
            [.. tag.Variants.Where(variant => !variant.Local).Select(variant => variant.Text)],
            [.. Notes(tag)])));

    private static IEnumerable<string> Notes(TagListing tag)
    {
        var local = string.Join(" · ", tag.Variants.Where(variant => variant.Local).Select(variant => variant.Text));
        yield return TagPrinter.Counts(tag) + (local.Length > 0 ? $"; where a document says so also: {local}" : "");
        if (tag.Variants is [var first, ..])
        {
            yield return $"{first.Example.Source}: {first.Example.Text}";
        }
    }
}
