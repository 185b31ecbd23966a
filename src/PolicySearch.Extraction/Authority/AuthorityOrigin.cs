namespace PolicySearch.Extraction.Authority;

/// <summary>Where an entry stands.</summary>
/// <param name="File">The file's name as it was given; "the document" for what a document itself defines.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
public readonly record struct AuthorityOrigin(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
}
