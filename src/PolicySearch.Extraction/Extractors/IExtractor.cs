using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads documents out of sources of one kind.</summary>
public interface IExtractor
{
    /// <summary>A short name that stays, such as <c>html</c>.</summary>
    string Name { get; }

    /// <summary>Raised whenever the same bytes would give another document; sources read by an older version are read again. One that begins to read what another read before raises that other's version too.</summary>
    int Version { get; }

    /// <summary>Whether it hands parts of a source to other extractors, so that its documents depend on their versions too.</summary>
    bool ReadsWithOthers => false;

    /// <summary>Whether this extractor is the one for <paramref name="source"/>, judged by content first, by name where content leaves it open.</summary>
    bool CanRead(SourceFile source);

    /// <summary>Reads the document.</summary>
    /// <exception cref="ExtractionException">The source is broken, empty of text or over a limit.</exception>
    Document Extract(SourceFile source, CancellationToken cancellationToken);
}
