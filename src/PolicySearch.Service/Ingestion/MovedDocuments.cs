using PolicySearch.Extraction;

namespace PolicySearch.Service.Ingestion;

/// <summary>Documents whose sources are gone, for sources that come up elsewhere with the same content: what was read need not be read again.</summary>
/// <remarks>Ids are made from addresses, so those of a moved document and of its passages change all the same.</remarks>
internal sealed class MovedDocuments
{
    private readonly Catalogue _catalogue;
    private readonly Dictionary<(string Hash, string Ending), CatalogueEntry> _gone = [];

    /// <summary>Takes the documents at addresses that are gone.</summary>
    public MovedDocuments(Catalogue catalogue, IEnumerable<string> gone, ReadingFingerprints fingerprints)
    {
        _catalogue = catalogue;
        foreach (var entry in gone.Select(catalogue.Document).OfType<CatalogueEntry>().Where(fingerprints.IsCurrent))
        {
            // What holds others is opened again: they are documents of their own.
            if (entry is { Container: null, HasMembers: false })
            {
                _gone.TryAdd(KeyOf(entry), entry);
            }
        }
    }

    /// <summary>The document with the content of a new source, at its address; null where none is gone that had it.</summary>
    /// <param name="source">The source, with the hash of its content.</param>
    public LoadedSource? Find(CatalogueEntry source)
    {
        if (!_gone.TryGetValue(KeyOf(source), out var before) || Read(before.Address) is not { } document)
        {
            return null;
        }

        var entry = before with { Root = source.Root, Path = source.Path, Size = source.Size, Modified = source.Modified };
        return new LoadedSource(entry, document.At(entry.Address));
    }

    /// <summary>The ending belongs to it, for an extractor may go by it where content leaves the kind open.</summary>
    private static (string Hash, string Ending) KeyOf(CatalogueEntry entry) => (entry.Hash, Path.GetExtension(entry.Path));

    private ExtractedDocument? Read(string address)
    {
        try
        {
            return _catalogue.Read(address);
        }
        catch (InvalidDataException)
        {
            // Then it is read as any other source is.
            return null;
        }
    }
}
