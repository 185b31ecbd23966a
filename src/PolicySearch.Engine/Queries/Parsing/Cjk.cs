using System.Buffers;
using System.Text;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Whether terms are Han or Kana, which analysis cuts into pairs of characters.</summary>
internal static class Cjk
{
    public static bool IsOneCharacter(string term) =>
        Rune.DecodeFromUtf16(term, out var rune, out var length) == OperationStatus.Done && length == term.Length && IsCjk(rune);

    public static bool Begins(string term) => Rune.DecodeFromUtf16(term, out var rune, out _) == OperationStatus.Done && IsCjk(rune);

    public static bool Ends(string term) => Rune.DecodeLastFromUtf16(term, out var rune, out _) == OperationStatus.Done && IsCjk(rune);

    private static bool IsCjk(Rune rune) => rune.Value is
        0x3005 or 0x3007
        or (>= 0x3041 and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
