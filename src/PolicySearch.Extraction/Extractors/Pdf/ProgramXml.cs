using System.Globalization;
using System.Text;
using System.Xml;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Opens the XML that poppler's programs write: no DTD is read and nothing is fetched.</summary>
internal static class ProgramXml
{
    /// <summary>A reader of <paramref name="output"/>.</summary>
    public static XmlReader Open(Stream output) =>
        XmlReader.Create(new CleanReader(new StreamReader(output, Encoding.UTF8)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            CloseInput = true,
        });

    private const double Largest = 1e7;

    /// <summary>An attribute as a number; 0 where there is none, and where it is beyond what any page measures.</summary>
    public static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Largest ? value : 0;
}
