using System.Text;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Legacy;
using PolicySearch.Extraction.Extractors.PlainText;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads Word documents of 1997 to 2003 (DOC) through <c>catdoc</c>, a line a paragraph or row; where only LibreOffice is installed, and programs can be cut off from the network, through that.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
/// <param name="programs">Where programs are found and what they may take; null for the default.</param>
public sealed partial class DocExtractor(ExtractionLimits? limits = null, ProgramLimits? programs = null) : IExtractor
{
    private const string MediaType = "application/msword";

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;
    private readonly ProgramRunner _programs = new(programs);

    /// <inheritdoc/>
    public string Name => "doc";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Doc;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        using var folder = new WorkFolder();
        var file = folder.Write("source.doc", source.Content.Span);

        // LibreOffice follows links to pictures, so it is run only where they lead nowhere.
        return _programs.Find("catdoc") is null && _programs.Find("soffice") is not null && ProgramRunner.ClosesNetwork
            ? Convert(source, folder, file, cancellationToken)
            : Read(source, folder, file, cancellationToken);
    }

    private Document Read(SourceFile source, WorkFolder folder, string file, CancellationToken cancellationToken)
    {
        var call = new ProgramCall("catdoc", ["-w", "-d", "utf-8", file], folder.Path) { Format = "DOC", Package = "catdoc", Source = source.Name };
        var result = _programs.Run(
            call,
            static output =>
            {
                using var bytes = new MemoryStream();
                output.CopyTo(bytes);
                return Encoding.UTF8.GetString(WithWholeCharacters(bytes.ToArray()));
            },
            cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new ExtractionException($"{source.Name} is damaged and cannot be read by catdoc ({result.Reason})");
        }

        var text = Fields().Replace(result.Value, "");
        TextContent.Check(text, source.Name);
        var document = TextStructure.Read(text, cancellationToken);
        var properties = SummaryInformation.Read(source.Content);
        return document with
        {
            MediaType = MediaType,
            Title = document.Title ?? properties.GivenTitle,
            Creator = FileProperties.Creators([properties.Creator]),
            Published = document.Published ?? PublicationDates.FromIso(properties.Published),
        };
    }

    private Document Convert(SourceFile source, WorkFolder folder, string file, CancellationToken cancellationToken)
    {
        string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation=file://{folder.File("profile")}", "--convert-to", "docx", "--outdir", folder.Path, file];
        var result = _programs.Run(new ProgramCall("soffice", arguments, folder.Path) { Format = "DOC", Package = "catdoc", Source = source.Name }, cancellationToken);
        var converted = new FileInfo(folder.File("source.docx"));
        if (!converted.Exists || converted.Length > _limits.MaxBytes)
        {
            throw new ExtractionException($"{source.Name} is damaged or too large and cannot be read by LibreOffice ({result.Reason})");
        }

        return new DocxExtractor(_limits).Extract(new SourceFile(source.Name, File.ReadAllBytes(converted.FullName)), cancellationToken) with { MediaType = MediaType };
    }

    // catdoc writes the two halves of a character beyond U+FFFF as two sequences of three bytes each.
    private static byte[] WithWholeCharacters(byte[] bytes)
    {
        var to = 0;
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes.AsSpan(at) is [0xED, >= 0xA0 and <= 0xAF and var high, var middle, 0xED, >= 0xB0 and var low, var last, ..])
            {
                var value = 0x10000 + ((((high & 0x0F) << 6) | (middle & 0x3F)) << 10) + (((low & 0x0F) << 6) | (last & 0x3F));
                to += new Rune(value).EncodeToUtf8(bytes.AsSpan(to));
                at += 6;
            }
            else
            {
                bytes[to++] = bytes[at++];
            }
        }

        return bytes[..to];
    }

    // What Word computes a text from; the text itself follows.
    [GeneratedRegex(@"(HYPERLINK( \\[a-z])? ""[^""\n]*""( \\[a-z]( ""[^""\n]*"")?)*|SEQ ""?\w+""? \\\* ARABIC) ?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Fields();
}
