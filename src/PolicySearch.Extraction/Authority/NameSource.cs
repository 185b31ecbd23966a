namespace PolicySearch.Extraction.Authority;

/// <summary>The name by which something was found, and where it is written down.</summary>
/// <param name="Name">The name as its entry spells it.</param>
/// <param name="Origin">File and line of the entry; <c>the document</c> for what a document itself defines.</param>
public sealed record NameSource(string Name, AuthorityOrigin Origin);
