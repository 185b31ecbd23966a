namespace PolicySearch.Service.Verification;

/// <summary>Which passages can no longer be found where they were; its JSON form is a contract (snake_case).</summary>
/// <param name="Documents">Documents of the index.</param>
/// <param name="Passages">Their passages.</param>
/// <param name="Found">Passages that stand in their sources where they stood when they were read.</param>
/// <param name="Changed">Documents whose source is not what it was, by source.</param>
public sealed record VerificationReport(int Documents, int Passages, int Found, IReadOnlyList<ChangedDocument> Changed);

/// <summary>What became of a document's source.</summary>
public enum SourceState
{
    /// <summary>It is gone, or what it lay in.</summary>
    Missing,

    /// <summary>It can no longer be read.</summary>
    Unreadable,

    /// <summary>It has other content, or is read otherwise by this version of the program.</summary>
    Changed,
}

/// <summary>A document whose source is not what it was.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Its address.</param>
/// <param name="State">What became of the source: <c>missing</c>, <c>unreadable</c>, <c>changed</c>.</param>
/// <param name="Reason">That in a sentence.</param>
/// <param name="Passages">Its passages.</param>
/// <param name="Found">Passages that are where they were.</param>
/// <param name="Lost">The others, where the source could be read; else empty, and all are lost.</param>
public sealed record ChangedDocument(
    string Id, string Source, string State, string Reason, int Passages, int Found, IReadOnlyList<LostPassage> Lost);

/// <summary>A passage that is not where it was.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Page">Page where it was, or null.</param>
/// <param name="Start">First UTF-16 code unit in the document's text as it was.</param>
/// <param name="End">One past the last.</param>
/// <param name="Now">Where it is now; null where it is gone.</param>
public sealed record LostPassage(string Id, int? Page, int Start, int End, PassageSpan? Now);

/// <summary>Where a passage stands in a document.</summary>
public sealed record PassageSpan(int? Page, int Start, int End);
