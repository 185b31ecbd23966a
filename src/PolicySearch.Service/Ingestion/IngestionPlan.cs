namespace PolicySearch.Service.Ingestion;

/// <summary>What differs between the sources and the catalogue.</summary>
internal sealed record IngestionPlan
{
    /// <summary>Files to read, in order of roots and paths.</summary>
    public required IReadOnlyList<FoundSource> ToRead { get; init; }

    /// <summary>Addresses of documents and failures whose source is gone.</summary>
    public required IReadOnlyList<string> Gone { get; init; }

    /// <summary>Addresses of failures that hold no longer though their document did not change.</summary>
    public required IReadOnlyList<string> Healed { get; init; }

    /// <summary>What could not be read, as far as known before reading.</summary>
    public required IReadOnlyList<IngestionFailure> Failed { get; init; }

    /// <summary>What read those files before that other versions of the program or other authority files read now.</summary>
    public required IReadOnlyList<string> OutdatedFingerprints { get; init; }

    /// <summary>Documents in step.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Files left for later.</summary>
    public required int Pending { get; init; }

    /// <summary>Roots without any source, with how many files their selection leaves out.</summary>
    public required IReadOnlyList<(SourceRoot Root, int LeftOut)> Empty { get; init; }
}
