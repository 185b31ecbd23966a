namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>A person's name in a block, before it is settled whose it is.</summary>
/// <param name="Text">The block.</param>
/// <param name="Start">First code unit in the joined text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Surname">The surname, or the last part of a name in Katakana.</param>
/// <param name="Full">The full name without blanks; null where the surname stands alone.</param>
/// <param name="Title">The title beside it, or null.</param>
internal readonly record struct FoundPerson(JoinedText Text, int Start, int End, string Surname, string? Full, string? Title)
{
    /// <summary>Whether the name counts only if the document names a person of that surname in full.</summary>
    public bool IsDoubtful { get; init; }
}
