using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Where a Korean name ends: at a word's end, or before particles and titles that are written to it (산업통상자원부에서는, 교육부장관), but not inside another word (교육부문).</summary>
internal sealed class KoreanBounds(Lexicon lexicon)
{
    private readonly WordTable<bool> _behind = new(lexicon.EastAsian("ko_behind").Select(word => (word, true)));

    /// <summary>Whether a name may end before <paramref name="end"/>.</summary>
    public bool MayEnd(string text, int end, int blockEnd)
    {
        const int MaxBehind = 8;
        var wordEnd = end;
        while (wordEnd < blockEnd && Scripts.IsHangul(text[wordEnd]))
        {
            if (++wordEnd - end > MaxBehind)
            {
                return false;
            }
        }

        var rest = text.AsSpan(end, wordEnd - end);
        var at = 0;
        while (at < rest.Length && _behind.MatchStart(rest, at) is var length and > 0)
        {
            at += length;
        }

        return at == rest.Length;
    }
}
