namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>What the name lists know of a word.</summary>
[Flags]
internal enum NameClass : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A given name that is nothing else.</summary>
    GivenName = 1,

    /// <summary>A given name that is also a place or a common word: Florence, Grace.</summary>
    DoubtfulGivenName = 2,

    /// <summary>A surname that is nothing else.</summary>
    FamilyName = 4,

    /// <summary>A surname that stands before the given name: Kim, Tsai, Zhang, Tan.</summary>
    EasternSurname = 8,

    /// <summary>A syllable of Chinese and Korean given names.</summary>
    EasternSyllable = 16,
}
