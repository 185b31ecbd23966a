namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>What the rules need to know of a word; the words stand in <c>words.yaml</c> under these names.</summary>
[Flags]
internal enum WordClass
{
    /// <summary>In no class.</summary>
    None = 0,

    /// <summary>Never the first word of a name, even with the capital of a sentence's start.</summary>
    Function = 1,

    /// <summary>May stand without a capital inside a name: of, for, on, the, in, to.</summary>
    Connector = 1 << 1,

    /// <summary>Heads the name of a ministry: Ministry.</summary>
    Ministry = 1 << 2,

    /// <summary>Heads the name of a public body: Agency, Council.</summary>
    Agency = 1 << 3,

    /// <summary>Heads the name of any other body: University, Foundation.</summary>
    Organisation = 1 << 4,

    /// <summary>Heads the name of a policy instrument: Programme, Act.</summary>
    Programme = 1 << 5,

    /// <summary>Says too little to make a name of a head alone: National, Key, Growth.</summary>
    Generic = 1 << 6,

    /// <summary>A subject of government, which may follow "and" in a name: Trade, Industry.</summary>
    Subject = 1 << 7,

    /// <summary>A given name.</summary>
    GivenName = 1 << 8,

    /// <summary>A title or role that stands before a person's name.</summary>
    Title = 1 << 9,

    /// <summary>A month.</summary>
    Month = 1 << 10,

    /// <summary>An adjective of a country: Japanese.</summary>
    Nationality = 1 << 11,

    /// <summary>What is counted or measured: a number before it is no year.</summary>
    Unit = 1 << 12,

    /// <summary>A number after it is no year: page, no, ISO.</summary>
    Numbered = 1 << 13,

    /// <summary>A programme's head that also makes a name when written small: programme, initiative.</summary>
    SmallProgramme = 1 << 14,

    /// <summary>Ends a street's name.</summary>
    Street = 1 << 15,

    /// <summary>A surname.</summary>
    Surname = 1 << 16,

    /// <summary>Never part of a person's name.</summary>
    NotPerson = 1 << 17,

    /// <summary>A firm's legal form: Inc, Ltd.</summary>
    Firm = 1 << 18,

    /// <summary>Follows a person's name that stands for a government: cabinet, administration.</summary>
    Cabinet = 1 << 19,

    /// <summary>A number after it counts things: over, nearly.</summary>
    Quantity = 1 << 20,

    /// <summary>Before "group" or "party" it makes a public body's working group: study, expert.</summary>
    Working = 1 << 21,

    /// <summary>Heads a French name of a ministry: ministère.</summary>
    FrenchMinistry = 1 << 24,

    /// <summary>Heads a French name of a public body: agence.</summary>
    FrenchAgency = 1 << 25,

    /// <summary>Heads a French name of another body: fédération.</summary>
    FrenchOrganisation = 1 << 26,

    /// <summary>Heads a French name of a policy instrument: plan.</summary>
    FrenchProgramme = 1 << 27,

    /// <summary>An adjective in French names: national, générale.</summary>
    FrenchSmall = 1 << 28,

    /// <summary>Joins the parts of a French name: de, du, des.</summary>
    FrenchJoint = 1 << 29,

    /// <summary>A law: with two capitalised words before it always a name.</summary>
    Law = 1 << 23,

    /// <summary>A connector that only the names of laws and plans hold: through, by, to.</summary>
    LawConnector = 1 << 22,
}
