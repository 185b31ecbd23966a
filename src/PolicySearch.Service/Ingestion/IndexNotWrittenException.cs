namespace PolicySearch.Service.Ingestion;

/// <summary>The index could not be written: its disk is full, or fails. The last commit stands.</summary>
public sealed class IndexNotWrittenException : IOException
{
    /// <summary>Says so.</summary>
    /// <param name="index">The index's folder.</param>
    /// <param name="cause">What the system said.</param>
    public IndexNotWrittenException(string index, Exception cause)
        : base($"the index in {index} cannot be written ({cause?.Message}); all that was committed stands, and the next run goes on from there once there is room on the disk", cause)
    {
    }
}
