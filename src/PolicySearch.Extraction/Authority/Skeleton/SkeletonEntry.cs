using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Authority.Skeleton;

/// <summary>A thing that documents name, to be written as an entry.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Forms">Forms that mean it in every document.</param>
/// <param name="Note">What the user should see above the entry, a line each.</param>
public sealed record SkeletonEntry(MentionType Type, string Id, IReadOnlyList<string> Forms, IReadOnlyList<string> Note);
