namespace PolicySearch.Host.Commands;

/// <summary>Exit statuses; a contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The work failed, in part or whole.</summary>
    public const int Failed = 1;

    /// <summary>The call was wrong.</summary>
    public const int WrongCall = 2;
}
