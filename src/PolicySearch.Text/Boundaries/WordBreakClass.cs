namespace PolicySearch.Text.Boundaries;

/// <summary>The Unicode property Word_Break (UAX #29, table 3).</summary>
/// <remarks>The order is that of <c>Tables/generate.py</c>.</remarks>
public enum WordBreakClass
{
    /// <summary>Everything else, Han and Hiragana included.</summary>
    Other,

    /// <summary>Carriage return.</summary>
    CarriageReturn,

    /// <summary>Line feed.</summary>
    LineFeed,

    /// <summary>Other line ends.</summary>
    Newline,

    /// <summary>Combining marks.</summary>
    Extend,

    /// <summary>Zero width joiner.</summary>
    ZeroWidthJoiner,

    /// <summary>Format controls.</summary>
    Format,

    /// <summary>Regional indicators, two of which make a flag.</summary>
    RegionalIndicator,

    /// <summary>Katakana.</summary>
    Katakana,

    /// <summary>Hebrew letters.</summary>
    HebrewLetter,

    /// <summary>Letters of alphabets, syllabaries and Hangul.</summary>
    Letter,

    /// <summary>The apostrophe of ASCII.</summary>
    SingleQuote,

    /// <summary>The quotation mark of ASCII.</summary>
    DoubleQuote,

    /// <summary>Inside words and numbers: full stop, right single quotation mark.</summary>
    MidNumberLetter,

    /// <summary>Inside words: colon, middle dot.</summary>
    MidLetter,

    /// <summary>Inside numbers: comma, semicolon.</summary>
    MidNumber,

    /// <summary>Digits.</summary>
    Numeric,

    /// <summary>Low line and its like.</summary>
    ExtendNumberLetter,

    /// <summary>White space that keeps together.</summary>
    WordSpace,
}
