using System.Buffers.Binary;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Legacy;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads PowerPoint presentations of 1997 to 2003 (PPT): each slide is a page, its title a heading.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class PptExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private const int SaveAt = 16;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "ppt";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Ppt;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var builder = new BlockTextBuilder();
        try
        {
            var file = CompoundFile.Open(source.Content);
            var user = file.Read("Current User") is { Length: >= SaveAt + 4 } bytes ? bytes : throw new InvalidDataException("it does not say what was saved last");
            var slides = new SlideShowReader(file.Read("PowerPoint Document"), builder, cancellationToken);
            slides.Read(BinaryPrimitives.ReadUInt32LittleEndian(user.AsSpan(SaveAt)));
        }
        catch (InvalidDataException e)
        {
            throw new ExtractionException($"{source.Name} is a damaged PowerPoint presentation: {e.Message}", e);
        }

        return BuiltDocument.Create(builder, "application/vnd.ms-powerpoint", SummaryInformation.Read(source.Content), source.Name);
    }
}
