namespace PolicySearch.Extraction.Authority;

/// <summary>An authority file breaks its schema; the message names file, entry and what to change.</summary>
public sealed class AuthorityException : Exception
{
    /// <summary>Makes the error.</summary>
    public AuthorityException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the error from what the YAML reader said.</summary>
    public AuthorityException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
