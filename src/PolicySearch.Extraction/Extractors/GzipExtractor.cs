using System.Buffers.Binary;
using System.IO.Compression;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads a single file that was packed with gzip as that file.</summary>
/// <param name="inner">The extractors that may read what is inside.</param>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class GzipExtractor(IReadOnlyList<IExtractor> inner, ExtractionLimits? limits = null) : IExtractor
{
    private const int TrailerBytes = 8;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "gzip";

    /// <inheritdoc/>
    public int Version => 2;

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
        var document = extractor.Extract(file, cancellationToken);
        return IsWhole(source.Content.Span, file.Content.Span) ? document
            : document with { Notes = [.. document.Notes, "the packed file was cut off or is damaged: text may be missing at its end"] };
    }

    // The base library takes what there is for all there is. At the end stand checksum and length of the last packed part (RFC 1952, 2.3.1); mostly there is but one.
    private static bool IsWhole(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> content) =>
        packed.Length > TrailerBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(packed[^4..]) is var length && length <= content.Length
        && Crc32.Of(content[^(int)length..]) == BinaryPrimitives.ReadUInt32LittleEndian(packed[^TrailerBytes..]);

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
