namespace PolicySearch.Engine.Analysis;

/// <summary>What kind of characters a token consists of, as Lucene's StandardTokenizer tells them apart.</summary>
public enum TokenKind
{
    /// <summary>Letters, with or without digits.</summary>
    AlphaNumeric,

    /// <summary>Digits only.</summary>
    Number,

    /// <summary>One Han character.</summary>
    Ideographic,

    /// <summary>One Hiragana character.</summary>
    Hiragana,

    /// <summary>A run of Katakana.</summary>
    Katakana,

    /// <summary>A run of Hangul.</summary>
    Hangul,

    /// <summary>A run of a South-East Asian script.</summary>
    SoutheastAsian,

    /// <summary>An emoji sequence.</summary>
    Emoji,
}
