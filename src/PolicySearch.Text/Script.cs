namespace PolicySearch.Text;

/// <summary>The Unicode script of a character; scripts that nothing here asks for are <see cref="Other"/>.</summary>
/// <remarks>The order is that of <c>Tables/generate.py</c>.</remarks>
public enum Script
{
    /// <summary>Not assigned.</summary>
    Unknown,

    /// <summary>Used with many scripts: digits, punctuation, symbols.</summary>
    Common,

    /// <summary>Takes the script of the character before it.</summary>
    Inherited,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Armenian.</summary>
    Armenian,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Arabic.</summary>
    Arabic,

    /// <summary>Devanagari.</summary>
    Devanagari,

    /// <summary>Bengali.</summary>
    Bengali,

    /// <summary>Gurmukhi.</summary>
    Gurmukhi,

    /// <summary>Gujarati.</summary>
    Gujarati,

    /// <summary>Tamil.</summary>
    Tamil,

    /// <summary>Telugu.</summary>
    Telugu,

    /// <summary>Kannada.</summary>
    Kannada,

    /// <summary>Malayalam.</summary>
    Malayalam,

    /// <summary>Sinhala.</summary>
    Sinhala,

    /// <summary>Thai.</summary>
    Thai,

    /// <summary>Lao.</summary>
    Lao,

    /// <summary>Tibetan.</summary>
    Tibetan,

    /// <summary>Myanmar.</summary>
    Myanmar,

    /// <summary>Georgian.</summary>
    Georgian,

    /// <summary>Ethiopic.</summary>
    Ethiopic,

    /// <summary>Khmer.</summary>
    Khmer,

    /// <summary>Mongolian.</summary>
    Mongolian,

    /// <summary>Hangul.</summary>
    Hangul,

    /// <summary>Hiragana.</summary>
    Hiragana,

    /// <summary>Katakana.</summary>
    Katakana,

    /// <summary>Bopomofo.</summary>
    Bopomofo,

    /// <summary>Han.</summary>
    Han,

    /// <summary>Any other script.</summary>
    Other,
}
