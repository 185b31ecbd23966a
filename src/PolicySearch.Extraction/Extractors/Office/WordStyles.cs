using System.Xml.Linq;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>What the styles of a Word document make of a paragraph.</summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphForm> _forms = new(StringComparer.Ordinal);
    private readonly string? _default;

    /// <summary>Reads the part with the styles; null for a document without one.</summary>
    public WordStyles(XElement? part)
    {
        foreach (var style in part?.Children("style") ?? [])
        {
            if (style.Value("styleId") is { } id)
            {
                _styles.TryAdd(id, style);
                _default ??= style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" ? id : null;
            }
        }
    }

    /// <summary>Kind and level of a paragraph by its own properties, then by its style and the styles that this one builds on.</summary>
    public ParagraphForm Of(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        var style = StyleOf(properties?.Child("pStyle")?.Value("val") ?? _default);
        var level = OutlineLevel(properties) ?? style.Level;
        if (style.Kind == BlockKind.Paragraph && OutlineLevel(properties) is > 0 and <= 6)
        {
            return new ParagraphForm(BlockKind.Heading, level);
        }

        var list = ListLevel(properties);
        return style.Kind == BlockKind.Paragraph && list is not null
            ? list == 0 ? style with { Level = 0 } : new ParagraphForm(BlockKind.ListItem, list.Value)
            : style;
    }

    private ParagraphForm StyleOf(string? id)
    {
        if (id is null)
        {
            return new ParagraphForm(BlockKind.Paragraph, 0);
        }

        if (!_forms.TryGetValue(id, out var form))
        {
            form = Resolve(id);
            _forms[id] = form;
        }

        return form;
    }

    // A style's own name says more than what it builds on; a loop of styles ends.
    private ParagraphForm Resolve(string id)
    {
        int? list = null;
        for (var (step, at) = (0, id); step < MostAncestors && _styles.TryGetValue(at, out var style); step++)
        {
            var properties = style.Child("pPr");
            if (ByName(style.Child("name")?.Value("val") ?? at) is { } named)
            {
                return named;
            }

            if (OutlineLevel(properties) is > 0 and <= 6 and var level)
            {
                return new ParagraphForm(BlockKind.Heading, level);
            }

            list ??= ListLevel(properties);
            if (style.Child("basedOn")?.Value("val") is not { } parent)
            {
                break;
            }

            at = parent;
        }

        return list > 0 ? new ParagraphForm(BlockKind.ListItem, list.Value) : new ParagraphForm(BlockKind.Paragraph, 0);
    }

    /// <summary>What Word's own styles are by their names, which are English in every edition; null for a style of somebody's own.</summary>
    public static ParagraphForm? ByName(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower switch
        {
            "title" => new ParagraphForm(BlockKind.Title, 0),
            "caption" or "table of figures" => new ParagraphForm(BlockKind.Caption, 0),
            "footnote text" or "endnote text" => new ParagraphForm(BlockKind.Footnote, 0),
            "bibliography" => new ParagraphForm(BlockKind.Reference, 0),
            "header" or "footer" => new ParagraphForm(BlockKind.Boilerplate, 0),
            "list paragraph" => null,
            _ when lower.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(lower.AsSpan(8), out var level) =>
                level is >= 1 and <= 9 ? new ParagraphForm(BlockKind.Heading, Math.Min(level, 6)) : null,
            _ when lower.StartsWith("toc ", StringComparison.Ordinal) => new ParagraphForm(BlockKind.Contents, 0),
            _ when lower.StartsWith("list bullet", StringComparison.Ordinal) || lower.StartsWith("list number", StringComparison.Ordinal) =>
                new ParagraphForm(BlockKind.ListItem, char.IsAsciiDigit(lower[^1]) ? Math.Clamp(lower[^1] - '0', 1, 6) : 1),
            _ => null,
        };
    }

    // Nine levels, of which 9 (the tenth) is body text.
    private static int? OutlineLevel(XElement? properties) =>
        properties?.Child("outlineLvl") is { } level ? level.Number("val", 9) + 1 : null;

    // 0 for "no list here", which takes a paragraph out of its style's list.
    private static int? ListLevel(XElement? properties)
    {
        if (properties?.Child("numPr") is not { } list)
        {
            return null;
        }

        return list.Child("numId")?.Value("val") == "0" ? 0 : Math.Clamp((list.Child("ilvl")?.Number("val", 0) ?? 0) + 1, 1, 6);
    }
}

/// <summary>What a paragraph is.</summary>
/// <param name="Kind">Kind of its block.</param>
/// <param name="Level">Level of a heading, depth in lists; else 0.</param>
internal readonly record struct ParagraphForm(BlockKind Kind, int Level);
