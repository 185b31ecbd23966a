namespace PolicySearch.Service.Ingestion;

/// <summary>How ingestion works, whatever it is asked to do.</summary>
public sealed record IngestionOptions
{
    /// <summary>Sources that are read at the same time; default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Bytes of sources that are read ahead of the writer at most, one source at least; default 64 MB.</summary>
    public long BytesAhead { get; init; } = 64 * 1024 * 1024;

    /// <summary>A commit is made after this time, so that a long run can be searched as it goes; default 30 seconds.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A commit is made after this many bytes of sources, so that little is lost when a run breaks off; default 256 MB.</summary>
    public long CommitBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Pauses after which a source that could not be read is tried again; after the last it is set aside. Default: a minute, ten minutes, an hour.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];
}
