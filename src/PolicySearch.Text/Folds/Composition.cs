using PolicySearch.Text.Tables;

namespace PolicySearch.Text.Folds;

/// <summary>Canonical composition of two code points (Unicode, section 3.11), Hangul by arithmetic (section 3.12).</summary>
internal static class Composition
{
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int SyllableBase = 0xAC00;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;

    /// <summary>Whether the two make one, and which.</summary>
    public static bool TryCompose(int first, int second, out int composed)
    {
        if (second is >= LeadBase and < 0x1200)
        {
            return TryComposeHangul(first, second, out composed);
        }

        var index = CompositionTable.Keys.BinarySearch(((ulong)first << 21) | (uint)second);
        composed = index < 0 ? 0 : CompositionTable.Values[index];
        return index >= 0;
    }

    private static bool TryComposeHangul(int first, int second, out int composed)
    {
        var lead = first - LeadBase;
        var vowel = second - VowelBase;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
        {
            composed = SyllableBase + (((lead * VowelCount) + vowel) * TrailCount);
            return true;
        }

        var syllable = first - SyllableBase;
        var trail = second - TrailBase;
        if (syllable is >= 0 and < LeadCount * VowelCount * TrailCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
        {
            composed = first + trail;
            return true;
        }

        composed = 0;
        return false;
    }
}
