namespace PolicySearch.Extraction.Authority;

/// <summary>One name of an entry, as the matcher keeps it.</summary>
/// <param name="Entry">Whose name it is.</param>
/// <param name="Text">The name.</param>
/// <param name="IsExact">Whether capitals must agree, as in short forms.</param>
/// <param name="WordCount">Its number of words.</param>
internal sealed record NameForm(AuthorityEntry Entry, string Text, bool IsExact, int WordCount)
{
    /// <summary>Whether the name counts only where something beside it shows what it is.</summary>
    public bool IsDoubtful { get; } = Entry.Doubtful.Contains(Text);

    /// <summary>The name with its entry's place, for those who ask why something was found.</summary>
    public NameSource Source { get; } = new(Text, Entry.Origin);
}
