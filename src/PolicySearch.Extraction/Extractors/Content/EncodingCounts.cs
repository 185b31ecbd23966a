using System.Buffers;
using System.Text;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>How much of some bytes is UTF-8 beyond ASCII.</summary>
/// <param name="Sequences">Whole sequences of two bytes or more.</param>
/// <param name="Invalid">Stretches that are no UTF-8.</param>
internal readonly record struct Utf8Count(int Sequences, int Invalid)
{
    public static Utf8Count Of(ReadOnlySpan<byte> bytes)
    {
        var sequences = 0;
        var invalid = 0;
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.Done)
            {
                sequences++;
            }
            else
            {
                invalid++;
            }

            bytes = bytes[Math.Max(1, consumed)..];
        }

        return new Utf8Count(sequences, invalid);
    }
}

/// <summary>Whether bytes without a mark are UTF-16, and in which order.</summary>
internal static class Utf16Plausibility
{
    private const double Enough = 0.9;

    /// <summary>The byte order in which at least nine in ten code units are ordinary text; null where neither is.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="leastKana">Least share of kana, for bytes that might be ASCII: pairs of those fall on Han characters.</param>
    public static Encoding? Choose(ReadOnlySpan<byte> bytes, double leastKana)
    {
        var little = Share(bytes, low: 0, leastKana);
        var big = Share(bytes, low: 1, leastKana);
        if (Math.Max(little, big) < Enough)
        {
            return null;
        }

        return little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static double Share(ReadOnlySpan<byte> bytes, int low, double leastKana)
    {
        var units = bytes.Length / 2;
        var plausible = 0;
        var kana = 0;
        for (var i = 0; i < units; i++)
        {
            var unit = (char)(bytes[(2 * i) + low] | (bytes[(2 * i) + 1 - low] << 8));
            plausible += IsOrdinary(unit) ? 1 : 0;
            kana += unit is >= '\u3041' and <= '\u30FF' ? 1 : 0;
        }

        return units == 0 || kana < leastKana * units ? 0 : (double)plausible / units;
    }

    private static bool IsOrdinary(char unit) =>
        unit is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u024F')
            or (>= '\u2010' and <= '\u203B') or (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF')
            or (>= '\uFF00' and <= '\uFFEF') or (>= '\uAC00' and <= '\uD7A3');
}
