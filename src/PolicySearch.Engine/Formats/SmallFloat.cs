using System.Numerics;

namespace PolicySearch.Engine.Formats;

/// <summary>Lengths in one byte, as Lucene's SmallFloat.intToByte4 keeps them: exact up to 40, then with four significant bits, rounded down.</summary>
public static class SmallFloat
{
    /// <summary>Values below this are kept as they are.</summary>
    private const int FreeValues = 24;

    /// <summary>The byte of a length of 0 or more.</summary>
    public static byte IntToByte4(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (byte)(length < FreeValues ? length : FreeValues + Encode(length - FreeValues));
    }

    /// <summary>The largest length with this byte that is kept exactly.</summary>
    public static int Byte4ToInt(byte encoded) => encoded < FreeValues ? encoded : FreeValues + (int)Decode(encoded - FreeValues);

    private static int Encode(int value)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
        {
            return value;
        }

        var shift = bits - 4;
        return ((value >> shift) & 7) | ((shift + 1) << 3);
    }

    private static long Decode(int encoded)
    {
        var mantissa = encoded & 7;
        var shift = (encoded >> 3) - 1;
        return shift < 0 ? mantissa : (long)(mantissa | 8) << shift;
    }
}
