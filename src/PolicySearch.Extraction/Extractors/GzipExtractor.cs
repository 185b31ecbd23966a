using System.IO.Compression;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads a single file that was packed with gzip as that file.</summary>
/// <param name="inner">The extractors that may read what is inside.</param>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class GzipExtractor(IReadOnlyList<IExtractor> inner, ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "gzip";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool ReadsWithOthers => true;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Gzip;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var file = Unpack(source, _limits);
        _limits.Check(file);
        var extractor = inner.FirstOrDefault(one => one.CanRead(file))
            ?? throw new ExtractionException($"{source.Name} holds what looks like {ContentSniffer.Sniff(file).Description}, which is not read");
        return extractor.Extract(file, cancellationToken);
    }

    /// <summary>The file inside.</summary>
    /// <exception cref="ExtractionException">It is broken, or too large.</exception>
    internal static SourceFile Unpack(SourceFile source, ExtractionLimits limits)
    {
        try
        {
            using var packed = new MemoryStream(source.Content.ToArray(), writable: false);
            using var stream = new BoundedStream(new GZipStream(packed, CompressionMode.Decompress), limits.MaxBytes, source.Name);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return new SourceFile(WithoutEnding(source.Name), bytes.ToArray());
        }
        catch (InvalidDataException e)
        {
            throw new ExtractionException($"{source.Name} is a broken gzip file: {e.Message}", e);
        }
    }

    private static string WithoutEnding(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
}
