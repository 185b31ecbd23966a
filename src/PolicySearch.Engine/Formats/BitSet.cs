using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>Bits in words of 64, low ones first.</summary>
internal static class BitSet
{
    public static ulong[] Create(int count) => new ulong[(count + 63) / 64];

    public static bool Contains(ReadOnlySpan<ulong> words, int bit) => (words[bit >> 6] >> (bit & 63) & 1) != 0;

    public static void Add(Span<ulong> words, int bit) => words[bit >> 6] |= 1UL << (bit & 63);

    public static void Remove(Span<ulong> words, int bit) => words[bit >> 6] &= ~(1UL << (bit & 63));

    /// <summary>Sets the first <paramref name="count"/> bits.</summary>
    public static void Fill(Span<ulong> words, int count)
    {
        words[..(count >> 6)].Fill(ulong.MaxValue);
        if (count % 64 != 0)
        {
            words[count >> 6] = (1UL << (count % 64)) - 1;
        }
    }

    /// <summary>Sets the bits from <paramref name="from"/> up to, but without, <paramref name="to"/>, which is above it.</summary>
    public static void AddRange(Span<ulong> words, int from, int to)
    {
        var (first, last) = (from >> 6, (to - 1) >> 6);
        var (head, tail) = (ulong.MaxValue << (from & 63), ulong.MaxValue >> (-to & 63));
        if (first == last)
        {
            words[first] |= head & tail;
            return;
        }

        words[first] |= head;
        words[(first + 1)..last].Fill(ulong.MaxValue);
        words[last] |= tail;
    }

    /// <summary>Whether any of a word-aligned run of bits is set; bits past the end are not.</summary>
    public static bool Any(ReadOnlySpan<ulong> words, int from, int count) =>
        words[(from >> 6)..Math.Min(words.Length, (from + count) >> 6)].ContainsAnyExcept(0UL);

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
