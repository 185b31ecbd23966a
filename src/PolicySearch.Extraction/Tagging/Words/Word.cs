namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>How a word is written.</summary>
[Flags]
internal enum WordShape
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>The first letter is a capital.</summary>
    Capital = 1,

    /// <summary>Two letters or more, all of them capitals (digits may stand among them).</summary>
    AllCapitals = 2,

    /// <summary>Digits only.</summary>
    Number = 4,

    /// <summary>A run of Han, Hiragana or Katakana.</summary>
    Cjk = 8,

    /// <summary>Followed by <c>'s</c>, which is outside the word.</summary>
    Possessive = 16,

    /// <summary>One capital letter, with or without a full stop after it.</summary>
    Initial = 32,
}

/// <summary>What stands between a word and the one before it.</summary>
[Flags]
internal enum Gap
{
    /// <summary>Nothing: the words touch.</summary>
    None = 0,

    /// <summary>Blanks.</summary>
    Space = 1,

    /// <summary>One line break.</summary>
    Line = 2,

    /// <summary>A blank line, or the start of the block.</summary>
    Break = 4,

    /// <summary>A comma.</summary>
    Comma = 8,

    /// <summary>A hyphen.</summary>
    Hyphen = 16,

    /// <summary>An ampersand.</summary>
    Ampersand = 32,

    /// <summary>A slash.</summary>
    Slash = 64,

    /// <summary>A full stop.</summary>
    Period = 128,

    /// <summary>A long dash.</summary>
    Dash = 256,

    /// <summary>An opening bracket.</summary>
    Open = 512,

    /// <summary>A closing bracket.</summary>
    Close = 1024,

    /// <summary>A quotation mark.</summary>
    Quote = 2048,

    /// <summary>The <c>'s</c> of the word before.</summary>
    Possessive = 4096,

    /// <summary>Anything else.</summary>
    Other = 8192,

    /// <summary>A semicolon, besides <see cref="Other"/>: no sentence begins behind it.</summary>
    Semicolon = 16384,
}

/// <summary>A word of a block: where it stands, its symbol and its looks.</summary>
/// <param name="Start">First code unit in the document's text.</param>
/// <param name="End">One past the last code unit.</param>
/// <param name="Symbol">Its folded form's number in the <see cref="SymbolTable"/>; -1 for a word that no list holds.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Before">What stands before it.</param>
internal readonly record struct Word(int Start, int End, int Symbol, WordShape Shape, Gap Before)
{
    private const Gap Joining = Gap.Space | Gap.Line | Gap.Hyphen;

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapital => (Shape & WordShape.Capital) != WordShape.None;

    /// <summary>Whether the word is a run of Han or Kana.</summary>
    public bool IsCjk => (Shape & WordShape.Cjk) != WordShape.None;

    /// <summary>Whether the word is a number.</summary>
    public bool IsNumber => (Shape & WordShape.Number) != WordShape.None;

    /// <summary>Whether only blanks, one line break or a hyphen part it from the word before.</summary>
    public bool JoinsPlainly => Before != Gap.None && (Before & ~Joining) == Gap.None;
}
