using PolicySearch.Engine;

namespace PolicySearch.Service;

/// <summary>An index remembers an authority file that this version of the program cannot use.</summary>
public sealed class UnusableAuthorityException(Exception cause)
    : IndexException($"the index remembers an authority file that cannot be used; correct it and run 'policysearch ingest --authority FILE': {cause?.Message}", cause);
