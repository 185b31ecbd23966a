using System.Text.Json.Serialization;

namespace PolicySearch.Service.Ingestion;

/// <summary>What ingestion is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestionState>))]
public enum IngestionState
{
    /// <summary>No run is under way.</summary>
    [JsonStringEnumMemberName("idle")]
    Idle,

    /// <summary>A run is under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>No run is under way, and none begins until ingestion is resumed.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,
}

/// <summary>Where a run is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IngestionPhase>))]
public enum IngestionPhase
{
    /// <summary>Sources are compared with the index.</summary>
    [JsonStringEnumMemberName("comparing")]
    Comparing,

    /// <summary>Sources are read and written into the index.</summary>
    [JsonStringEnumMemberName("reading")]
    Reading,

    /// <summary>The last commit is made, and segments are merged.</summary>
    [JsonStringEnumMemberName("finishing")]
    Finishing,
}

/// <summary>How the run under way stands, or how the last one ended; its JSON form is a contract (snake_case).</summary>
public record IngestionStatus
{
    /// <summary>What ingestion is about.</summary>
    public IngestionState State { get; init; }

    /// <summary>Where the run is; null while none is under way.</summary>
    public IngestionPhase? Phase { get; init; }

    /// <summary>Whether it is paused, or will be when the run under way has made its commit.</summary>
    public bool Paused { get; init; }

    /// <summary>When the run began; null before the first.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null while it is under way.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Sources that the run has to read.</summary>
    public int ToRead { get; init; }

    /// <summary>Sources of these that it has read, with those that failed.</summary>
    public int Read { get; init; }

    /// <summary>Documents that are new.</summary>
    public int Added { get; init; }

    /// <summary>Documents that were read again.</summary>
    public int Updated { get; init; }

    /// <summary>Documents and failures whose source is gone.</summary>
    public int Removed { get; init; }

    /// <summary>Documents that were in step already.</summary>
    public int Unchanged { get; init; }

    /// <summary>Sources that could not be read.</summary>
    public int Failed { get; init; }

    /// <summary>Files left for later because they may still be growing.</summary>
    public int Pending { get; init; }

    /// <summary>Sources read a second, over the last half minute; null while nothing is read.</summary>
    public double? Rate { get; init; }

    /// <summary>Seconds until all are read at this rate; null while that is not known.</summary>
    public double? EtaSeconds { get; init; }

    /// <summary>Why the last run ended before its end; null where it did not.</summary>
    public string? Trouble { get; init; }
}

/// <summary>A source that could not be read; its JSON form is a contract (snake_case).</summary>
/// <param name="Source">Its address.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attempts">How often its content was tried in vain; 0 where it could not even be opened, which every run tries.</param>
/// <param name="Tried">When it was last tried.</param>
/// <param name="RetryAt">When it will be tried again though it does not change; else null.</param>
/// <param name="SetAside">Whether it is tried no more until it changes or an ingest is asked for.</param>
public sealed record FailedSource(string Source, string Reason, int Attempts, DateTimeOffset? Tried, DateTimeOffset? RetryAt, bool SetAside);
