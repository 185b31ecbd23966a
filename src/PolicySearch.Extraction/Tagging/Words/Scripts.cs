namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>The East Asian letters that names are written in.</summary>
internal static class Scripts
{
    /// <summary>Han, with the iteration mark and the closing mark.</summary>
    public static bool IsHan(char unit) =>
        unit is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '々' or '〆' or '〇' or 'ヶ';

    /// <summary>Katakana, full or half width, with the prolonged sound mark.</summary>
    public static bool IsKatakana(char unit) =>
        unit is (>= '\u30A1' and <= '\u30FA') or (>= '\u30FC' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9F');

    /// <summary>Hiragana.</summary>
    public static bool IsHiragana(char unit) => unit is >= '\u3041' and <= '\u309F';

    /// <summary>A syllable of Hangul. Korean parts words by blanks, so it is not one of the letters of <see cref="IsCjk"/>.</summary>
    public static bool IsHangul(char unit) => unit is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Any of the three, or the middle dot that joins parts of a name.</summary>
    public static bool IsCjk(char unit) =>
        unit >= '\u3005' && (IsHan(unit) || IsKatakana(unit) || IsHiragana(unit) || unit == '・');

    /// <summary>Han, Katakana and the middle dot: what Japanese names of bodies are made of.</summary>
    public static bool IsName(char unit) => IsHan(unit) || IsKatakana(unit) || unit == '・';
}
