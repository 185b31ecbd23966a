using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Service.Ingestion;

/// <summary>How sources are read: what ingestion needs of a <see cref="DocumentReader"/>.</summary>
/// <param name="Fingerprint">Another one means that sources are to be read again.</param>
/// <param name="Read">Reads a source at an address; throws <see cref="ExtractionException"/> where it cannot. Called by several threads.</param>
public sealed record SourceReading(string Fingerprint, Func<SourceFile, string, CancellationToken, ExtractedDocument> Read)
{
    /// <summary>Reads with <paramref name="reader"/>.</summary>
    public static SourceReading With(DocumentReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new SourceReading(reader.Fingerprint, reader.Read);
    }
}
