using PolicySearch.Service.Ingestion;

namespace PolicySearch.Host.Api;

/// <summary>How the ingest stands, as <c>GET /api/ingest/status</c> says it.</summary>
internal sealed record IngestStatus : IngestionStatus
{
    private IngestStatus(IngestionStatus status)
        : base(status)
    {
    }

    /// <summary>The sources that could not be read, as the index has them.</summary>
    public IReadOnlyList<FailedSource> Failures { get; private init; } = [];

    /// <summary>The status now.</summary>
    public static IngestStatus Of(Ingestor ingestor) => new(ingestor.Status()) { Failures = ingestor.Failures() };
}
