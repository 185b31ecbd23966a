using System.Xml;
using System.Xml.Linq;

namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>Reads XML into a tree within limits: no document type, no entities, nothing from outside, no nesting that a walk could not stand.</summary>
internal static class XmlTree
{
    /// <summary>Far more than any format has. Each one that is added to an element is compared with all that it has.</summary>
    private const int MaxAttributes = 1000;

    private static readonly XmlReaderSettings Settings = new()
    {
        // Ignored, not parsed: what only a document type would define is an error.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>A reader with these rules.</summary>
    public static XmlReader Reader(Stream stream) => XmlReader.Create(stream, Settings);

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="ExtractionException">It nests too deep or has too many elements.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static XElement Load(Stream stream, string name, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        using var reader = Reader(stream);
        return Load(reader, name, limits, cancellationToken);
    }

    /// <summary>Reads a whole document that has been decoded.</summary>
    public static XElement Load(TextReader text, string name, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(text, Settings);
        return Load(reader, name, limits, cancellationToken);
    }

    /// <summary>The children of a local name, whatever their namespace.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The first child of a local name, or null.</summary>
    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    /// <summary>The first child on a path of local names, or null.</summary>
    public static XElement? Path(this XElement element, params ReadOnlySpan<string> names)
    {
        var at = element;
        foreach (var name in names)
        {
            at = at?.Child(name);
        }

        return at;
    }

    /// <summary>All descendants of a local name.</summary>
    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants().Where(child => child.Name.LocalName == name);

    /// <summary>The value of the attribute of a local name, or null.</summary>
    public static string? Value(this XElement element, string attribute) => element.Attributes().FirstOrDefault(one => one.Name.LocalName == attribute)?.Value;

    /// <summary>The number that an attribute holds; <paramref name="otherwise"/> where it holds none.</summary>
    public static int Number(this XElement element, string attribute, int otherwise) => int.TryParse(element.Value(attribute), out var number) ? number : otherwise;

    private static XElement Load(XmlReader reader, string name, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        XElement? root = null;
        XElement? current = null;
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++elements > limits.MaxElements || reader.Depth > limits.MaxDepth)
                {
                    throw new ExtractionException($"{name} has more than {limits.MaxElements} elements or nests more than {limits.MaxDepth} in each other; it is too large or hostile");
                }

                if (reader.AttributeCount > MaxAttributes)
                {
                    throw new ExtractionException($"{name} has an element with {reader.AttributeCount} attributes, at most {MaxAttributes} are read; it is hostile or broken");
                }

                var element = Element(reader, out var isEmpty);
                current?.Add(element);
                root ??= element;
                current = isEmpty ? current : element;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                current = current?.Parent;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                current?.Add(new XText(reader.Value));
            }
        }

        return root ?? throw new XmlException("there is no element");
    }

    private static XElement Element(XmlReader reader, out bool isEmpty)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
        }

        return element;
    }
}
