namespace PolicySearch.Extraction.Authority;

/// <summary>Something in an authority file that is to be changed.</summary>
/// <param name="Origin">File and line.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record AuthorityFault(AuthorityOrigin Origin, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Origin}: {Message}";
}
