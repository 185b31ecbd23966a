using PolicySearch.Text.Tables;

namespace PolicySearch.Text;

/// <summary>Tells scripts apart (Unicode property Script).</summary>
public static class Scripts
{
    /// <summary>The script of a code point; of a lone surrogate <see cref="Script.Unknown"/>.</summary>
    public static Script Of(int codePoint) => (Script)ScriptTable.Get(codePoint);

    /// <summary>Whether it is a Han character, 々 and 〇 included.</summary>
    public static bool IsHan(int codePoint) => codePoint >= 0x2E80 && Of(codePoint) == Script.Han;

    /// <summary>Whether it is Hiragana.</summary>
    public static bool IsHiragana(int codePoint) => codePoint >= 0x3041 && Of(codePoint) == Script.Hiragana;

    /// <summary>Whether it is Katakana, of either width, or the sound mark ー that Katakana and Hiragana share.</summary>
    public static bool IsKatakana(int codePoint) =>
        codePoint is 0x30FC or 0xFF70 || (codePoint >= 0x30A1 && Of(codePoint) == Script.Katakana);

    /// <summary>Whether it is Hangul.</summary>
    public static bool IsHangul(int codePoint) => codePoint >= 0x1100 && Of(codePoint) == Script.Hangul;

    /// <summary>Whether it is a Latin letter, of either width.</summary>
    public static bool IsLatin(int codePoint) => Of(codePoint) == Script.Latin;

    /// <summary>Whether it belongs to the running text of Chinese or Japanese: Han, Hiragana or Katakana.</summary>
    public static bool IsHanOrKana(int codePoint) =>
        codePoint >= 0x2E80 && (IsHan(codePoint) || IsHiragana(codePoint) || IsKatakana(codePoint));
}
