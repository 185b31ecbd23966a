using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Writes the bits that are set in both.</summary>
    /// <returns>Whether there is one.</returns>
    /// <param name="words">A multiple of four words, as the others.</param>
    /// <param name="others">The other bits.</param>
    /// <param name="both">Where they go.</param>
    public static bool And(ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> others, Span<ulong> both)
    {
        var rows = Rows(words);
        var otherRows = Rows(others);
        var targets = MemoryMarshal.Cast<ulong, Vector256<ulong>>(both);
        var any = Vector256<ulong>.Zero;
        for (var i = 0; i < targets.Length; i++)
        {
            var row = rows[i] & otherRows[i];
            targets[i] = row;
            any |= row;
        }

        return any != Vector256<ulong>.Zero;
    }

    /// <summary>Copies a multiple of four words.</summary>
    /// <returns>Whether there is a bit.</returns>
    public static bool Copy(ReadOnlySpan<ulong> words, Span<ulong> target) => And(words, words, target);

    /// <summary>Sets the bits of words in as many others, as far as these reach.</summary>
    public static void Or(ReadOnlySpan<ulong> words, Span<ulong> target)
    {
        var rows = Rows(words);
        var targets = MemoryMarshal.Cast<ulong, Vector256<ulong>>(target);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] |= rows[i];
        }

        for (var i = targets.Length * Vector256<ulong>.Count; i < target.Length; i++)
        {
            target[i] |= words[i];
        }
    }

    /// <summary>Clears the bits of a multiple of four words that others have.</summary>
    public static void AndNot(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        var rows = MemoryMarshal.Cast<ulong, Vector256<ulong>>(words);
        var otherRows = Rows(others);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Vector256.AndNot(rows[i], otherRows[i]);
        }
    }

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private static ReadOnlySpan<Vector256<ulong>> Rows(ReadOnlySpan<ulong> words) => MemoryMarshal.Cast<ulong, Vector256<ulong>>(words);
}
