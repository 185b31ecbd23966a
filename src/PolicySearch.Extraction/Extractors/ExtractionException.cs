namespace PolicySearch.Extraction.Extractors;

/// <summary>A source that cannot be read; the message tells the user why and what to do.</summary>
public sealed class ExtractionException : Exception
{
    /// <summary>Creates it.</summary>
    public ExtractionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with the fault behind it.</summary>
    public ExtractionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
