namespace PolicySearch.Service.Ingestion;

/// <summary>A call of ingest or remove that cannot be followed, such as two roots of one name; the message says what to do.</summary>
public sealed class IngestionException(string message) : Exception(message);
