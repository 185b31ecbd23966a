using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Extraction.Tests.Extractors.Members;

/// <summary>Archives and messages of a few members, and what an expander finds in them.</summary>
internal static class SomeArchive
{
    public static byte[] Zip(params (string Name, byte[] Content)[] members) => Zip(CompressionLevel.Optimal, null, members);

    public static byte[] Zip(CompressionLevel level, Encoding? names, params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members) => Tar(TarEntryFormat.Pax, members);

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, format, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                tar.WriteEntry(Entry(format, name, content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    /// <summary>A message with these attachments, each the headers of its part and its content.</summary>
    public static byte[] Mail(params (string Headers, byte[] Content)[] attachments)
    {
        var parts = attachments.Select(one => $"--b\r\n{one.Headers}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(one.Content, Base64FormattingOptions.InsertLineBreaks)}\r\n");
        return Utf8("From: a@example.org\r\nTo: b@example.org\r\nSubject: The plan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + $"--b\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n{string.Concat(parts)}--b--\r\n");
    }

    /// <summary>The headers of an attachment.</summary>
    public static string Attachment(string fileName, string type = "application/octet-stream") =>
        $"Content-Type: {type}\r\nContent-Disposition: attachment; filename=\"{fileName}\"";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>All members: "path: text", or "path! reason".</summary>
    public static string[] List(byte[] content, ExtractionLimits? limits = null, string name = "some.bin") =>
        [.. Walk(content, limits, name).Select(member => member.File is { } file ? $"{member.Path}: {Encoding.UTF8.GetString(file.Content.Span)}" : $"{member.Path}! {member.Failure}")];

    public static IEnumerable<SourceMember> Walk(byte[] content, ExtractionLimits? limits = null, string name = "some.bin") =>
        new SourceExpander(limits).Open(new SourceFile(name, content))?.Members ?? [];

    /// <summary>What is said of what was passed over, when all has been walked.</summary>
    public static IReadOnlyList<string> Notes(byte[] content)
    {
        var contents = new SourceExpander().Open(new SourceFile("some.bin", content))!;
        _ = contents.Members.Count();
        return contents.Notes;
    }

    private static TarEntry Entry(TarEntryFormat format, string name, byte[] content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            _ => new PaxTarEntry(TarEntryType.RegularFile, name),
        };
        entry.DataStream = new MemoryStream(content);
        return entry;
    }
}
