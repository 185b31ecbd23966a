namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>A source inside another one: a file in an archive, an attachment of a message.</summary>
/// <param name="Path">Where it lies below the outermost source, with forward slashes, <c>!/</c> behind each archive on the way; empty for that source itself, when what follows in it cannot be read.</param>
/// <param name="File">Its bytes; null where they could not be read.</param>
/// <param name="Failure">Why they could not be read.</param>
public sealed record SourceMember(string Path, SourceFile? File, string? Failure)
{
    /// <summary>What stands in an address between a source and what lies in it.</summary>
    public const string Separator = "!/";

    /// <summary>The name under which the attachments of a message or PDF fail together, since it is a document itself.</summary>
    public const string Attachments = "attachments";
}

/// <summary>What lies in a source.</summary>
/// <param name="MediaType">Media type of an archive, which has no text of its own; null for a message or PDF, which is a document beside its attachments.</param>
/// <param name="Members">The members in order, unpacked one by one while this is walked; safe to walk once.</param>
/// <param name="Notes">What was passed over without being a failure, in sentences; whole when the members have been walked.</param>
public sealed record SourceContents(string? MediaType, IEnumerable<SourceMember> Members, IReadOnlyList<string> Notes);
