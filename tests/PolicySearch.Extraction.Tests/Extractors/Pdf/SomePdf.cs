using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>PDF files of a few lines, made object by object.</summary>
internal static class SomePdf
{
    /// <summary>A page for each text.</summary>
    public static byte[] Of(params string[] pages) => With([], pages);

    /// <summary>The same with embedded files.</summary>
    public static byte[] With((string Name, byte[] Content)[] files, params string[] pages)
    {
        var objects = new List<byte[]>();
        var firstFile = 3 + (2 * pages.Length);
        var names = string.Concat(files.Select((file, i) => $"({file.Name}) {firstFile + (2 * i)} 0 R "));
        objects.Add(Ascii($"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{names}] >> >> >>"));
        objects.Add(Ascii($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Concat(pages.Select((_, i) => $"{3 + (2 * i)} 0 R "))}] >>"));
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + (2 * i)} 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"));
            objects.Add(Stream("", Ascii($"BT /F 12 Tf 72 700 Td ({pages[i]}) Tj ET")));
        }

        for (var i = 0; i < files.Length; i++)
        {
            objects.Add(Ascii($"<< /Type /Filespec /F ({files[i].Name}) /UF ({files[i].Name}) /EF << /F {firstFile + (2 * i) + 1} 0 R >> >>"));
            objects.Add(Stream("/Type /EmbeddedFile /Filter /FlateDecode", Packed(files[i].Content)));
        }

        return Join(objects);
    }

    private static byte[] Join(List<byte[]> objects)
    {
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder();
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Position:0000000000} 00000 n \n");
            pdf.Write([.. Ascii($"{i + 1} 0 obj\n"), .. objects[i], .. "\nendobj\n"u8]);
        }

        var start = pdf.Position;
        pdf.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {objects.Count + 1} >>\nstartxref\n{start}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static byte[] Stream(string entries, byte[] content) => [.. Ascii($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
