namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>What an archive or message says of one of its members, names as they stand there.</summary>
/// <param name="Name">Its name or path; hostile until <see cref="MemberNames"/> has cleaned it.</param>
/// <param name="Content">Its bytes; empty where it failed.</param>
/// <param name="Failure">Why it could not be unpacked; null where it could.</param>
internal readonly record struct RawMember(string Name, ReadOnlyMemory<byte> Content, string? Failure = null);

/// <summary>Walks the members of one archive or message.</summary>
internal interface IMemberList : IDisposable
{
    /// <summary>The next member; null behind the last.</summary>
    /// <exception cref="ExtractionException">The rest cannot be read.</exception>
    RawMember? Next();

    /// <summary>What it passed over, in sentences; whole behind the last member.</summary>
    IReadOnlyList<string> Notes => [];
}
