namespace PolicySearch.Extraction.Authority;

/// <summary>An authority file breaks its schema; the message names file, line and what to change.</summary>
public sealed class AuthorityException : Exception
{
    /// <summary>Makes the error of a file of the program's own.</summary>
    public AuthorityException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error from what the YAML reader said.</summary>
    public AuthorityException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes the error of at least one fault.</summary>
    public AuthorityException(IReadOnlyList<AuthorityFault> faults)
        : base(string.Join('\n', faults)) => Faults = faults;

    /// <summary>All that is wrong, where that is known by file and line.</summary>
    public IReadOnlyList<AuthorityFault> Faults { get; } = [];
}
