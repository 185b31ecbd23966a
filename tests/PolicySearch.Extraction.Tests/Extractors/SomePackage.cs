using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>Office documents of a few lines, made part by part.</summary>
internal static class SomePackage
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A ZIP archive of these parts.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A Word document with the usual styles.</summary>
    /// <param name="body">What stands in its body.</param>
    /// <param name="footnotes">What stands in the part with footnotes.</param>
    public static byte[] Docx(string body, string footnotes = "") => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", Relations(("r1", "officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Relations(("r1", "styles", "styles.xml"), ("r2", "footnotes", "footnotes.xml"))),
        ("word/styles.xml", $"<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"own\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"a1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"loop\"><w:name w:val=\"Loop\"/><w:basedOn w:val=\"loop\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/></w:style></w:styles>"),
        ("word/footnotes.xml", $"<w:footnotes {W}>{footnotes}</w:footnotes>"),
        ("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"),
        ("docProps/core.xml", "<c xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>By properties</dc:title><dcterms:created>2006-09-16T00:00:00Z</dcterms:created><dcterms:modified>2019-05-06T01:02:03Z</dcterms:modified></c>"));

    /// <summary>A paragraph of a Word document.</summary>
    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Xlsx(string rows, string strings = "", string styles = "") => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "styles.xml"))),
        ("xl/sharedStrings.xml", $"<sst>{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet>{styles}</styleSheet>"),
        ("xl/workbook.xml", $"<workbook xmlns:r=\"{Relation}\"><sheets><sheet name=\"Budget\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"));

    /// <summary>An OpenDocument file.</summary>
    public static byte[] Odf(string kind, string body) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument." + kind),
        ("content.xml", $"<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:draw=\"d\" xmlns:presentation=\"p\"><office:body>{body}</office:body></office:document-content>"));

    /// <summary>Reads whatever the bytes are.</summary>
    public static Document Read(byte[] bytes, string name = "some.bin") =>
        new DocumentReader(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none").Read(new SourceFile(name, bytes), "root/" + name).Document;

    /// <summary>A part with relations of these ids, types and targets.</summary>
    public static string Relations(params (string Id, string Type, string Target)[] all) =>
        $"<Relationships>{string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Relation}/{one.Type}\" Target=\"{one.Target}\"/>"))}</Relationships>";
}
