using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service.Search;
using PolicySearch.Service.Verification;

namespace PolicySearch.Service;

/// <summary>How kinds and types are spelled in fields, filters and JSON.</summary>
public static class Spelling
{
    /// <summary>A block's kind, such as <c>list-item</c>.</summary>
    public static string Of(BlockKind kind) => kind switch
    {
        BlockKind.ListItem => "list-item",
        BlockKind.TableCell => "table-cell",
        _ => Lower(kind),
    };

    /// <summary>A passage's kind, such as <c>footnote</c>.</summary>
    public static string Of(PassageKind kind) => Lower(kind);

    /// <summary>A tag's type, such as <c>ministry</c>.</summary>
    public static string Of(MentionType type) => Lower(type);

    /// <summary>A year's basis, such as <c>fiscal</c>.</summary>
    public static string Of(YearBasis basis) => Lower(basis);

    /// <summary>A year's role, such as <c>target</c>.</summary>
    public static string Of(YearRole role) => Lower(role);

    /// <summary>What is shown of copies, such as <c>none</c>.</summary>
    public static string Of(Grouping grouping) => Lower(grouping);

    /// <summary>What became of a source, such as <c>missing</c>.</summary>
    public static string Of(SourceState state) => Lower(state);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
