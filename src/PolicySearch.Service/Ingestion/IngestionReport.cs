using System.Text.Json.Serialization;

namespace PolicySearch.Service.Ingestion;

/// <summary>What an ingest did; its JSON form is a contract (snake_case).</summary>
public sealed record IngestionReport
{
    /// <summary>Documents that are new in the index.</summary>
    public int Added { get; init; }

    /// <summary>Documents that were read again and replaced.</summary>
    public int Updated { get; init; }

    /// <summary>Documents whose source is gone.</summary>
    public int Removed { get; init; }

    /// <summary>Documents that were in step already.</summary>
    public int Unchanged { get; init; }

    /// <summary>What could not be read; a document's last good version stays.</summary>
    public IReadOnlyList<IngestionFailure> Failed { get; init; } = [];

    /// <summary>Passages in the index afterwards.</summary>
    public int Passages { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>The roots that the index remembers now.</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceRoot> Roots { get; init; } = [];

    /// <summary>Files left for later because they may still be growing.</summary>
    [JsonIgnore]
    public int Pending { get; init; }

    /// <summary>What could not be read, or not with certainty, of documents that were read in this run: a page without text, one read by OCR, a part left out.</summary>
    public IReadOnlyList<SourceNote> Notes { get; init; } = [];

    /// <summary>What else the user should know, one line each: why everything was read again, that a folder is empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Whether a commit was made.</summary>
    [JsonIgnore]
    public bool Committed { get; init; }
}

/// <summary>What could not be read of a source, or not with certainty.</summary>
/// <param name="Source">Its address.</param>
/// <param name="Note">What, in a sentence.</param>
public sealed record SourceNote(string Source, string Note);
