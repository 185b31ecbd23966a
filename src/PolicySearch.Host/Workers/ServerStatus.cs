namespace PolicySearch.Host.Workers;

/// <summary>What the workers have to say about themselves. Safe for use by many threads.</summary>
internal sealed class ServerStatus
{
    private volatile bool _firstRunDone;
    private volatile string? _trouble;

    /// <summary>Whether the first ingest is over, however it went.</summary>
    public bool FirstRunDone
    {
        get => _firstRunDone;
        set => _firstRunDone = value;
    }

    /// <summary>What is wrong though searches are answered: damage that the background check found; null for nothing.</summary>
    public string? Trouble
    {
        get => _trouble;
        set => _trouble = value;
    }
}
