using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace PolicySearch.Testing.Fuzzing;

/// <summary>Small sources of every kind that can be read, for a <see cref="SourceMutator"/> to damage.</summary>
public static class SoundSources
{
    private const int Largest = 120_000;
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Those of the repository, those made here, and the shared documents where they are there.</summary>
    public static IReadOnlyList<FuzzedSource> All()
    {
        List<FuzzedSource> all = [.. Made()];
        all.AddRange(Files(Path.Combine(SharedData.Repository, "seeds"), "*.txt"));
        all.AddRange(Files(Path.Combine(SharedData.Repository, "tests", "pdf"), "*-1.*"));
        if (SharedData.TryFind("docs") is { } shared)
        {
            all.AddRange(Files(shared, "*.*"));
        }

        return all;
    }

    /// <summary>A ZIP archive of these parts.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<FuzzedSource> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length is > 0 and < Largest && !file.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new FuzzedSource(Path.GetFileName(file), File.ReadAllBytes(file)));

    private static IEnumerable<FuzzedSource> Made()
    {
        const string Mail = "From: \"A. B.\" <a@example.org>\r\nDate: Tue, 3 Mar 2009 10:00:00 +0900\r\nSubject: =?UTF-8?B?44Oh44O844Or?=\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=\"x1\"\r\n\r\n--x1\r\nContent-Type: multipart/alternative; boundary=x2\r\n\r\n--x2\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n"
            + "Content-Transfer-Encoding: 7bit\r\n\r\n\x1b$B@/:v\x1b(B\r\n--x2\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The plan =\r\nof 2009.</p>\r\n--x2--\r\n"
            + "--x1\r\nContent-Type: application/octet-stream; name=\"a.csv\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"a.csv\"\r\n\r\nWWVhcixGdW5kCjIwMDEsMTAK\r\n--x1--\r\n";
        const string Page = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Plan</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"datePublished\":\"2009-03-03\"}</script></head>"
            + "<body><nav><a href=/>Home</a></nav><article><h1>Plan</h1><p>The plan of 2009.<sup><a href=\"#n1\">1</a></sup></p><ul><li>One</ul><table><tr><th>Year<th colspan=2>Fund<tr><td rowspan=2>2001<td>1<td>2</table><p id=n1>1. A note.</p></article></body></html>";
        var docx = Zip(
            Part("[Content_Types].xml", "<Types/>"),
            Part("_rels/.rels", Relations(("r1", "officeDocument", "word/document.xml"))),
            Part("word/_rels/document.xml.rels", Relations(("r1", "styles", "styles.xml"), ("r2", "footnotes", "footnotes.xml"))),
            Part("word/styles.xml", $"<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"),
            Part("word/footnotes.xml", $"<w:footnotes {W}><w:footnote w:id=\"2\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"),
            Part("word/document.xml", $"<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t>Plan</w:t></w:r></w:p><w:p><w:r><w:t>The plan of 2009.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Fund</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"));
        var xlsx = Zip(
            Part("[Content_Types].xml", "<Types/>"),
            Part("_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml"))),
            Part("xl/_rels/workbook.xml.rels", Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"))),
            Part("xl/sharedStrings.xml", "<sst><si><t>Year</t></si><si><r><t>Fu</t></r><r><t>nd</t></r></si></sst>"),
            Part("xl/workbook.xml", $"<workbook xmlns:r=\"{Relation}\"><sheets><sheet name=\"Budget\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2001</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"));
        var odt = Zip(
            Part("mimetype", "application/vnd.oasis.opendocument.text"),
            Part("content.xml", "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><office:body><office:text><text:h text:outline-level=\"1\">Plan</text:h><text:p>The plan<text:s text:c=\"3\"/>of 2009.</text:p>"
                + "<table:table><table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"));
        yield return Text("mail.eml", Mail);
        yield return Text("box.mbox", $"From a@example.org Tue Mar  3 10:00:00 2009\n{Mail}\nFrom b@example.org Tue Mar  3 11:00:00 2009\n{Mail}");
        yield return Text("page.html", Page);
        yield return Text("page.mht", "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"; type=\"text/html\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://example.org/\r\n\r\n" + Page + "\r\n--b--\r\n");
        yield return Text("plan.rtf", "{\\rtf1\\ansi\\ansicpg932\\deff0{\\fonttbl{\\f0\\fcharset128 MS;}}{\\info{\\title Plan}}\\pard\\b Plan\\b0\\par The plan \\'8d\\'f4\\u31574?{\\*\\footnote A note.}\\par\\trowd\\cellx100 1\\cell 2\\cell\\row}");
        yield return Text("fund.csv", "Year,Fund,\"Who, and why\"\n2001,10,\"a \"\"b\"\"\"\n2002,20,c\n2003,30,d\n");
        yield return Text("lines.jsonl", "{\"title\":\"Plan\",\"text\":\"The plan of 2009.\"}\n{\"text\":\"\\u653f\\u7b56\"}\n");
        yield return Text("law.xml", "<?xml version=\"1.0\"?><law><title>Plan</title><p>The plan of <b>2009</b>.</p><![CDATA[a < b]]></law>");
        yield return Text("notes.md", "---\ntitle: Plan\ndate: 2009-03-03\n---\n# Plan\n\nThe plan[^1].\n\n- one\n- two\n\n| Year | Fund |\n| --- | --- |\n| 2001 | 1 |\n\n[^1]: A note.\n");
        yield return new FuzzedSource("plan.docx", docx);
        yield return new FuzzedSource("budget.xlsx", xlsx);
        yield return new FuzzedSource("plan.odt", odt);
        yield return new FuzzedSource("all.zip", Zip(("a/plan.docx", docx), Part("b.txt", "The plan of 2009."), Part("../c.html", Page)));
        yield return new FuzzedSource("page.html.gz", Gzip(Encoding.UTF8.GetBytes(Page)));
        yield return new FuzzedSource("all.tar.gz", Gzip(Tar(("a/plan.docx", docx), Part("b.txt", "The plan of 2009."))));
        yield return new FuzzedSource("all.tar", Tar(Part("a.md", "# Plan\n\nThe plan."), ("budget.xlsx", xlsx)));
    }

    private static FuzzedSource Text(string name, string content) => new(name, Encoding.UTF8.GetBytes(content));

    private static (string Name, byte[] Content) Part(string name, string content) => (name, Encoding.UTF8.GetBytes(content));

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        $"<Relationships>{string.Concat(all.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Relation}/{one.Type}\" Target=\"{one.Target}\"/>"))}</Relationships>";

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    private static byte[] Tar(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
            }
        }

        return bytes.ToArray();
    }
}
