using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Indexing;

/// <summary>A hash of terms and keys in memory; it stands in no file.</summary>
internal static class TermHash
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>A number of 31 bits. Words are read by eight bytes, the last of which may have been in the word before.</summary>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var length = bytes.Length;
        var hash = (ulong)(uint)length * Odd;
        if (length >= sizeof(ulong))
        {
            for (var i = 0; i < length - sizeof(ulong); i += sizeof(ulong))
            {
                hash = Mix(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, i)));
            }

            hash ^= Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - sizeof(ulong)));
        }
        else if (length >= sizeof(uint))
        {
            hash ^= Unsafe.ReadUnaligned<uint>(ref first) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - sizeof(uint))) << 32);
        }
        else if (length > 0)
        {
            hash ^= first | ((ulong)Unsafe.Add(ref first, length / 2) << 8) | ((ulong)Unsafe.Add(ref first, length - 1) << 16);
        }

        return (int)(Mix(hash) & int.MaxValue);
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Odd, out var low);
        return high ^ low;
    }
}
