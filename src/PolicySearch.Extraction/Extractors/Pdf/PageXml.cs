using System.Xml;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads pages, lines and words with their boxes out of <c>pdftotext -bbox-layout</c>.</summary>
internal static class PageXml
{
    // A line's box is as high as ascent and descent of its font, about 1.15 times the size.
    private const double SizeOfHeight = 1 / 1.15;

    /// <summary>All pages.</summary>
    public static List<PdfPage> Read(Stream output)
    {
        using var xml = ProgramXml.Open(output);
        var pages = new List<PdfPage>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "page")
            {
                pages.Add(new PdfPage(pages.Count + 1, ProgramXml.Number(xml, "width"), ProgramXml.Number(xml, "height"), Lines(xml)));
            }
        }

        return pages;
    }

    private static List<PdfLine> Lines(XmlReader xml)
    {
        var lines = new List<PdfLine>();
        if (xml.IsEmptyElement)
        {
            return lines;
        }

        var words = new List<PdfWord>();
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "page"))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "word" && Word(xml) is { } word)
            {
                words.Add(word);
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "line" && words.Count > 0)
            {
                lines.Add(Line(words));
                words = [];
            }
        }

        return lines;
    }

    private static PdfWord? Word(XmlReader xml)
    {
        var box = new Box(ProgramXml.Number(xml, "xMin"), ProgramXml.Number(xml, "yMin"), ProgramXml.Number(xml, "xMax"), ProgramXml.Number(xml, "yMax"));
        var text = xml.IsEmptyElement || !xml.Read() || xml.NodeType != XmlNodeType.Text ? string.Empty : xml.Value.Trim();
        return text.Length > 0 ? new PdfWord(RightToLeft.Logical(text), box) : null;
    }

    private static PdfLine Line(List<PdfWord> words)
    {
        var heights = words.Select(word => Math.Min(word.Box.Height, Math.Max(word.Box.Width, 1) * 4)).Order().ToList();
        return PdfLine.Of(words, heights[heights.Count / 2] * SizeOfHeight);
    }
}
