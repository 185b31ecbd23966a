using System.Globalization;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction;

/// <summary>From a source to tagged passages: extractor, tagger and segmenter in a row.</summary>
public sealed class DocumentReader
{
    private const string NothingFound = "no text was found that can be searched";

    private readonly IReadOnlyList<IExtractor> _extractors;
    private readonly Func<Document, IReadOnlyList<Mention>> _tag;
    private readonly Lazy<string> _tagFingerprint;
    private readonly SourceExpander _expander;
    private readonly TimeLimit _time;

    /// <summary>Joins extractors and tagger.</summary>
    /// <param name="extractors">The first that can read a source does.</param>
    /// <param name="tagger">Finds the mentions.</param>
    public DocumentReader(IReadOnlyList<IExtractor> extractors, Tagger tagger)
        : this(extractors, (tagger ?? throw new ArgumentNullException(nameof(tagger))).Tag, () => tagger.Fingerprint)
    {
    }

    /// <summary>The same with any function for the tagger.</summary>
    internal DocumentReader(IReadOnlyList<IExtractor> extractors, Func<Document, IReadOnlyList<Mention>> tag, Func<string> tagFingerprint, SourceExpander? expander = null, ExtractionLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(extractors);
        _extractors = extractors;
        _tag = tag;
        _expander = expander ?? new SourceExpander();
        _time = new TimeLimit((limits ?? ExtractionLimits.Default).MaxTime);
        _tagFingerprint = new Lazy<string>(tagFingerprint);
    }

    /// <summary>Names and versions of all extractors, segmenter, tagger and authority file, as <c>name:version</c> behind semicolons.</summary>
    public string Fingerprint => $"{Versions(_extractors)};members:{SourceExpander.Version}";

    /// <summary>Names and versions of what reads the sources of one extractor; another fingerprint than before means that they are to be read again.</summary>
    /// <param name="extractor">Name of the extractor; null, or one that there is not, for <see cref="Fingerprint"/>.</param>
    public string FingerprintOf(string? extractor) =>
        _extractors.FirstOrDefault(one => one.Name == extractor) is { ReadsWithOthers: false } found ? Versions([found]) : Fingerprint;

    /// <summary>A reader of all kinds of source.</summary>
    /// <param name="tagger">Finds the mentions; null for one with the built-in authority file.</param>
    /// <param name="options">Limits; null for the default ones. Others give another fingerprint, as what failed by a limit may now be read.</param>
    public static DocumentReader CreateDefault(Tagger? tagger = null, ExtractionOptions? options = null)
    {
        var chosen = options ?? new ExtractionOptions();
        var tags = tagger ?? new Tagger();
        return new DocumentReader(DefaultExtractors(chosen), tags.Tag, () => tags.Fingerprint + chosen.Fingerprint, new SourceExpander(chosen.Limits, chosen.Programs), chosen.Limits);
    }

    /// <summary>All extractors, in the order in which they are asked, with these limits of sources.</summary>
    public static IReadOnlyList<IExtractor> DefaultExtractors(ExtractionLimits limits) => DefaultExtractors(new ExtractionOptions { Limits = limits });

    /// <summary>All extractors, in the order in which they are asked.</summary>
    public static IReadOnlyList<IExtractor> DefaultExtractors(ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (limits, programs) = (options.Limits, options.Programs);
        IExtractor[] files =
        [
            new PdfExtractor(limits, programs, options.Ocr), new ImageExtractor(limits, programs, options.Ocr),
            new HtmlExtractor(limits), new MarkdownExtractor(limits), new PlainTextExtractor(limits),
            new DocxExtractor(limits), new XlsxExtractor(limits), new PptxExtractor(limits),
            new DocExtractor(limits, programs), new XlsExtractor(limits), new PptExtractor(limits),
            new OpenDocumentExtractor(limits), new EpubExtractor(limits), new RtfExtractor(limits), new MailExtractor(limits),
            new DelimitedExtractor(limits), new XmlExtractor(limits), new JsonLinesExtractor(limits),
        ];
        return [.. files, new GzipExtractor(files, limits)];
    }

    /// <summary>What lies in a source, to be read as documents of their own; null where it is of no kind that holds others. An archive itself cannot be read.</summary>
    public SourceContents? Open(SourceFile source) => _expander.Open(source);

    /// <summary>Reads one source.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="address">Root name and path below it, with forward slashes; ids are made from it.</param>
    /// <param name="cancellationToken">Cancels between stages.</param>
    /// <exception cref="ExtractionException">The source cannot be read.</exception>
    public ExtractedDocument Read(SourceFile source, string address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(address);
        var extractor = ExtractorFor(source);
        var document = WithUndecoded(_time.Read(extractor, source, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        var mentions = _tag(document);
        cancellationToken.ThrowIfCancellationRequested();
        var passages = Segmenter.Segment(document, mentions.Select(mention => mention.Span));
        document = passages.Count > 0 ? document : document with { Notes = [.. document.Notes, NothingFound] };
        var id = PassageIds.ForDocument(address);
        return new ExtractedDocument(id, address, document, TaggedPassages.Create(id, document, passages, mentions), extractor.Name) { ExtractorVersion = extractor.Version };
    }

    private static Document WithUndecoded(Document document)
    {
        var count = document.Text.AsSpan().Count('\uFFFD');
        return count == 0 ? document : document with
        {
            Notes = [.. document.Notes, string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "character could not be decoded, and stands" : "characters could not be decoded, and stand")} as U+FFFD")],
        };
    }

    private string Versions(IEnumerable<IExtractor> extractors) => string.Join(
        ';', [.. extractors.Select(extractor => $"{extractor.Name}:{extractor.Version}"), $"segmenter:{Segmenter.Version}", $"tagger:{_tagFingerprint.Value}"]);

    private IExtractor ExtractorFor(SourceFile source)
    {
        if (source.Content.IsEmpty)
        {
            throw new ExtractionException($"{source.Name} is empty (0 bytes)");
        }

        foreach (var extractor in _extractors)
        {
            if (extractor.CanRead(source))
            {
                return extractor;
            }
        }

        var looks = ContentSniffer.Sniff(source).Description;
        throw new ExtractionException($"{source.Name} looks like {looks}, which is not read");
    }
}
