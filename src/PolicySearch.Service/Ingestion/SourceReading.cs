using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>How sources are read: what ingestion needs of a <see cref="DocumentReader"/>.</summary>
/// <param name="Fingerprint">All that reads, as <c>name:version</c> behind semicolons.</param>
/// <param name="Read">Reads a source at an address; throws <see cref="ExtractionException"/> where it cannot. Called by several threads.</param>
public sealed record SourceReading(string Fingerprint, Func<SourceFile, string, CancellationToken, ExtractedDocument> Read)
{
    /// <summary>What reads the sources of one extractor, in the form of <see cref="Fingerprint"/>, which is the default; another one than before means that they are to be read again.</summary>
    public Func<string?, string> FingerprintOf { get; init; } = _ => Fingerprint;

    /// <summary>What lies in a source; null where it is of no kind that holds others, as it is by default. Called by several threads.</summary>
    public Func<SourceFile, SourceContents?> Open { get; init; } = static _ => null;

    /// <summary>Reads with <paramref name="reader"/>.</summary>
    public static SourceReading With(DocumentReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new SourceReading(reader.Fingerprint, reader.Read) { FingerprintOf = reader.FingerprintOf, Open = reader.Open };
    }
}
