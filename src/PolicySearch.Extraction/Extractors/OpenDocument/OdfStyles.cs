using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.OpenDocument;

/// <summary>The names of a document's styles: those made for one paragraph lead to the ones they build on.</summary>
internal sealed class OdfStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>Reads the automatic styles of the content and the styles of the document.</summary>
    public OdfStyles(params ReadOnlySpan<XElement?> parts)
    {
        foreach (var part in parts)
        {
            foreach (var style in part?.Elements().Where(one => one.Name.LocalName is "automatic-styles" or "styles").SelectMany(one => one.Children("style")) ?? [])
            {
                if (style.Value("name") is { } name && style.Value("parent-style-name") is { } parent)
                {
                    _parents.TryAdd(name, parent);
                }
            }
        }
    }

    /// <summary>Whether a style is, or builds on, the one of a name.</summary>
    public bool Is(string? style, string name)
    {
        for (var step = 0; style is not null && step < MostAncestors; step++)
        {
            if (style == name)
            {
                return true;
            }

            style = _parents.GetValueOrDefault(style);
        }

        return false;
    }
}
