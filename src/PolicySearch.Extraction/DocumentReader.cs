using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction;

/// <summary>From a source to tagged passages: extractor, segmenter and tagger in a row.</summary>
public sealed class DocumentReader
{
    /// <summary>Names and versions of extractors, segmenter, tagger and authority file; another fingerprint means that sources are to be read again.</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>Reads one source.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="address">Root name and path below it, with forward slashes; ids are made from it.</param>
    /// <param name="cancellationToken">Cancels between stages.</param>
    /// <exception cref="ExtractionException">The source cannot be read.</exception>
    public ExtractedDocument Read(SourceFile source, string address, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
