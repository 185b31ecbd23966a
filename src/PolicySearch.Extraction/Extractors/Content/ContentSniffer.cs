using System.Runtime.CompilerServices;
using PolicySearch.Extraction.Extractors.Delimited;
using PolicySearch.Extraction.Extractors.Legacy;
using PolicySearch.Extraction.Extractors.Mail;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Tells what a source is: by its bytes first, by its name where they leave it open.</summary>
internal static class ContentSniffer
{
    private const int ProbeBytes = 16 * 1024;
    private const int PdfWithin = 1024;

    // Every extractor asks about a source in turn; the answer is found once.
    private static readonly ConditionalWeakTable<SourceFile, StrongBox<ContentVerdict>> Known = new();

    private static ReadOnlySpan<byte> GzipStart => [0x1F, 0x8B];

    private static readonly (byte[] Start, string Description, ContentKind Kind)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "a PDF file", ContentKind.Pdf),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive", ContentKind.Unreadable),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image", ContentKind.Image),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", ContentKind.Image),
        ("GIF8"u8.ToArray(), "a GIF image", ContentKind.Unreadable),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image", ContentKind.Image),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image", ContentKind.Image),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive", ContentKind.Unreadable),
        ("Rar!"u8.ToArray(), "a RAR archive", ContentKind.Unreadable),
        ([0x7F, 0x45, 0x4C, 0x46], "a program", ContentKind.Unreadable),
        ("RIFF"u8.ToArray(), "a sound or film", ContentKind.Unreadable),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype html", "<html", "<head", "<body"];
    private static readonly string[] HtmlNames = [".html", ".htm", ".xhtml"];
    private static readonly string[] MarkdownNames = [".md", ".markdown", ".mdown", ".mkd"];
    private static readonly string[] TableNames = [".csv", ".tsv", ".tab"];
    private static readonly string[] HtmlParts = ["<p>", "<p ", "<div", "<h1", "<h2", "<table", "<article", "<main", "<title", "<meta", "<br"];

    /// <summary>What <paramref name="source"/> is; of a text it looks at no more than the first 16 KB.</summary>
    public static ContentVerdict Sniff(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Known.GetValue(source, static one => new StrongBox<ContentVerdict>(Look(one))).Value;
    }

    private static ContentVerdict Look(SourceFile source)
    {
        var bytes = source.Content.Span;
        if (OfStart(source) is { } verdict)
        {
            return verdict;
        }

        foreach (var (start, description, kind) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return new ContentVerdict(kind, description);
            }
        }

        // Mail and web servers have put lines of their own before the file's first, Macintosh programs a header that ends in NULs.
        var head = bytes[..Math.Min(bytes.Length, PdfWithin)];
        if (head.IndexOf("\n%PDF-"u8) >= 0 || head.IndexOf("\0%PDF-"u8) >= 0)
        {
            return new ContentVerdict(ContentKind.Pdf, "a PDF file");
        }

        if (MailSniffer.IsMessage(bytes))
        {
            return new ContentVerdict(ContentKind.Mail, "a message");
        }

        if (TarHeader.IsAt(bytes))
        {
            return new ContentVerdict(ContentKind.Tar, "a TAR archive");
        }

        var text = TextEncodings.DecodeStart(bytes, ProbeBytes);
        return text.Contains('\0', StringComparison.Ordinal)
            ? new ContentVerdict(ContentKind.Unreadable, "binary data (it holds NUL bytes)")
            : OfText(text, source.Name);
    }

    // Those whose first bytes decide, and that are read.
    private static ContentVerdict? OfStart(SourceFile source)
    {
        var bytes = source.Content.Span;
        if (bytes.StartsWith(ZipMembers.Start))
        {
            return PackageKinds.Of(source);
        }

        if (bytes.StartsWith(CompoundFile.Start))
        {
            return CompoundKinds.Of(source);
        }

        return bytes.StartsWith("{\\rtf"u8) ? new ContentVerdict(ContentKind.Rtf, "an RTF document")
            : bytes.StartsWith(GzipStart) ? new ContentVerdict(ContentKind.Gzip, "a gzip file")
            : null;
    }

    private static ContentVerdict OfText(string text, string name)
    {
        var start = SkipProlog(text, out var isXml);
        if (StartsWithAny(text.AsSpan(start), HtmlStarts) || (isXml && text.Contains("<html", StringComparison.OrdinalIgnoreCase)))
        {
            return new ContentVerdict(ContentKind.Html, "an HTML page");
        }

        // Without a declaration its name has to say so.
        if (isXml || (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && IsMarkup(text.AsSpan(start))))
        {
            return new ContentVerdict(ContentKind.Xml, "an XML file");
        }

        var isElement = text.AsSpan(start).StartsWith("<") && StartsWithAny(text.AsSpan(start), HtmlParts);
        if (isElement || (EndsWithAny(name, HtmlNames) && ContainsAny(text, HtmlParts)))
        {
            return new ContentVerdict(ContentKind.Html, "an HTML page");
        }

        if (text.AsSpan(start).StartsWith("{") && JsonLinesExtractor.IsFirstLine(text.AsSpan(start)))
        {
            return new ContentVerdict(ContentKind.JsonLines, "lines of JSON");
        }

        if (EndsWithAny(name, TableNames) && DelimitedText.FindDelimiter(text) is not null)
        {
            return new ContentVerdict(ContentKind.Delimited, "a table as text");
        }

        return EndsWithAny(name, MarkdownNames)
            ? new ContentVerdict(ContentKind.Markdown, "Markdown")
            : new ContentVerdict(ContentKind.PlainText, "plain text");
    }

    // White space, the XML declaration and comments say nothing of what follows.
    private static int SkipProlog(string text, out bool isXml)
    {
        var at = 0;
        isXml = false;
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            var end = -1;
            if (char.IsWhiteSpace(rest[0]))
            {
                at++;
                continue;
            }

            if (rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            {
                isXml = true;
                end = rest.IndexOf("?>");
            }
            else if (rest.StartsWith("<!--"))
            {
                end = rest.IndexOf("-->");
            }

            if (end < 0)
            {
                break;
            }

            at += end + 2;
            at += at < text.Length && text[at] == '>' ? 1 : 0;
        }

        return at;
    }

    private static bool IsMarkup(ReadOnlySpan<char> text) =>
        text.StartsWith("<!DOCTYPE") || (text.Length > 1 && text[0] == '<' && char.IsLetter(text[1]));

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(string name, string[] endings) =>
        Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool ContainsAny(string text, string[] parts) =>
        Array.Exists(parts, part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
