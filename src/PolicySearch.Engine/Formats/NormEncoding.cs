using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>A field's length in one byte, as Lucene's <c>SmallFloat.intToByte4</c> encodes it: lengths up to 40 are exact, longer ones keep their four highest bits.</summary>
public static class NormEncoding
{
    /// <summary>Codes left over because no length needs the highest exponents: that many small lengths stand for themselves.</summary>
    private static readonly int FreeCodes = byte.MaxValue - EncodeFloat(int.MaxValue);

    /// <summary>The byte for a length, rounding down.</summary>
    /// <param name="length">At least 0.</param>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (byte)(length < FreeCodes ? length : FreeCodes + EncodeFloat(length - FreeCodes));
    }

    /// <summary>The length for a byte.</summary>
    public static int Decode(byte norm) => norm < FreeCodes ? norm : (int)(FreeCodes + DecodeFloat(norm - FreeCodes));

    /// <summary>Three bits after the highest one, and an exponent; numbers below 8 stand for themselves.</summary>
    private static int EncodeFloat(int value)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        return bits < 4 ? value : ((value >> (bits - 4)) & 7) | ((bits - 3) << 3);
    }

    private static long DecodeFloat(int code)
    {
        var exponent = (code >> 3) - 1;
        return exponent < 0 ? code & 7 : (long)((code & 7) | 8) << exponent;
    }
}
