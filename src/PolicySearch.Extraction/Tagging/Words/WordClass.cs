namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>What the rules need to know of a word; the words stand in <c>words.yaml</c> under these names.</summary>
[Flags]
internal enum WordClass : long
{
    /// <summary>In no class.</summary>
    None = 0,

    /// <summary>Never the first word of a name, even with the capital of a sentence's start.</summary>
    Function = 1,

    /// <summary>May stand without a capital inside a name: of, for, on, the, in, to.</summary>
    Connector = 1L << 1,

    /// <summary>Heads the name of a ministry: Ministry.</summary>
    Ministry = 1L << 2,

    /// <summary>Heads the name of a public body: Agency, Council.</summary>
    Agency = 1L << 3,

    /// <summary>Heads the name of any other body: University, Foundation.</summary>
    Organisation = 1L << 4,

    /// <summary>Heads the name of a policy instrument: Programme, Act.</summary>
    Programme = 1L << 5,

    /// <summary>Says too little to make a name of a head alone: National, Key, Growth.</summary>
    Generic = 1L << 6,

    /// <summary>A subject of government, which may follow "and" in a name: Trade, Industry.</summary>
    Subject = 1L << 7,

    /// <summary>A given name.</summary>
    GivenName = 1L << 8,

    /// <summary>A title or role that stands before a person's name.</summary>
    Title = 1L << 9,

    /// <summary>A month.</summary>
    Month = 1L << 10,

    /// <summary>An adjective of a country: Japanese.</summary>
    Nationality = 1L << 11,

    /// <summary>What is counted or measured: a number before it is no year.</summary>
    Unit = 1L << 12,

    /// <summary>A number after it is no year: page, no, ISO.</summary>
    Numbered = 1L << 13,

    /// <summary>A programme's head that also makes a name when written small: programme, initiative.</summary>
    SmallProgramme = 1L << 14,

    /// <summary>Ends a street's name.</summary>
    Street = 1L << 15,

    /// <summary>A surname.</summary>
    Surname = 1L << 16,

    /// <summary>Never part of a person's name.</summary>
    NotPerson = 1L << 17,

    /// <summary>A firm's legal form: Inc, Ltd.</summary>
    Firm = 1L << 18,

    /// <summary>Follows a person's name that stands for a government: cabinet, administration.</summary>
    Cabinet = 1L << 19,

    /// <summary>A number after it counts things: over, nearly.</summary>
    Quantity = 1L << 20,

    /// <summary>Before "group" or "party" it makes a public body's working group: study, expert.</summary>
    Working = 1L << 21,

    /// <summary>Heads a French name of a ministry: ministère.</summary>
    FrenchMinistry = 1L << 24,

    /// <summary>Heads a French name of a public body: agence.</summary>
    FrenchAgency = 1L << 25,

    /// <summary>Heads a French name of another body: fédération.</summary>
    FrenchOrganisation = 1L << 26,

    /// <summary>Heads a French name of a policy instrument: plan.</summary>
    FrenchProgramme = 1L << 27,

    /// <summary>An adjective in French names: national, générale.</summary>
    FrenchSmall = 1L << 28,

    /// <summary>Joins the parts of a French name: de, du, des.</summary>
    FrenchJoint = 1L << 29,

    /// <summary>A law: with two capitalised words before it always a name.</summary>
    Law = 1L << 23,

    /// <summary>A connector that only the names of laws and plans hold: through, by, to.</summary>
    LawConnector = 1L << 22,

    /// <summary>Never ends or makes a name, though written with a capital: Monday, GDP, Report.</summary>
    NotName = 1L << 32,

    /// <summary>A common noun for a business: firm, maker.</summary>
    Business = 1L << 33,

    /// <summary>Ends the name of a firm that has no legal form: Systems, Motors.</summary>
    Trade = 1L << 34,

    /// <summary>What bodies and firms do: announced, builds.</summary>
    BodyVerb = 1L << 35,

    /// <summary>Opens a name that goes on with "of": House of Commons, East of England.</summary>
    OfName = 1L << 36,

    /// <summary>What brings a policy instrument about or names it: launched, called.</summary>
    LaunchVerb = 1L << 37,

    /// <summary>An adjective of a part of a country: Bavarian.</summary>
    Regional = 1L << 38,

    /// <summary>What persons do more often than bodies: wrote, thinks.</summary>
    PersonVerb = 1L << 39,

    /// <summary>What anything can do: has, will.</summary>
    AnyVerb = 1L << 40,

    /// <summary>Before "of" or "at" it shows a body: founder, formerly.</summary>
    BodyRole = 1L << 42,

    /// <summary>An adjective that a noun must follow: "Cellular and Molecular Platforms".</summary>
    Adjective = 1L << 41,

    /// <summary>What a person is by office or calling; unlike a title mostly without a capital: rector, economist, spokesman.</summary>
    Office = 1L << 48,

    /// <summary>What a person does to something, before "by" or "under": chaired, written.</summary>
    PersonAct = 1L << 49,

    /// <summary>Stands after a comma for a person: who, whom.</summary>
    Who = 1L << 50,

    /// <summary>A small word inside a person's name: von, van, bin.</summary>
    Particle = 1L << 51,

    /// <summary>In a column's heading: bodies and firms stand below.</summary>
    ColumnOrganisation = 1L << 52,

    /// <summary>In a column's heading: places stand below.</summary>
    ColumnPlace = 1L << 53,

    /// <summary>In a column's heading: persons stand below.</summary>
    ColumnPerson = 1L << 54,

    /// <summary>In a column's heading: policy instruments stand below.</summary>
    ColumnProgramme = 1L << 55,

    /// <summary>In a column's heading: public bodies stand below.</summary>
    ColumnAgency = 1L << 56,

    /// <summary>What a firm has: plant, headquarters, shares.</summary>
    FirmPart = 1L << 57,

    /// <summary>In a column's heading: numbers below count or measure something.</summary>
    AmountHeading = 1L << 58,

    /// <summary>In a column's heading: numbers below are years.</summary>
    YearHeading = 1L << 59,
}
