namespace PolicySearch.Extraction.Authority.Overlay;

/// <summary>The place of an entry while a file is laid over it.</summary>
internal sealed class EntrySlot(AuthorityEntry entry)
{
    /// <summary>The entry as it is by now.</summary>
    public AuthorityEntry Entry { get; set; } = entry;

    /// <summary>Where the file speaks of it; null where it does not.</summary>
    public AuthorityOrigin? Line { get; set; }

    /// <summary>Names and short forms that the file gives it; for one that it joins to this, all of that one's.</summary>
    public List<string> Given { get; } = [];

    /// <summary>Id of the entry that the file says this one is the same as, or null.</summary>
    public string? SameAs { get; set; }
}
