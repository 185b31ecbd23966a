using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicySearch.Engine.Formats;

/// <summary>Adds up the numbers of a block.</summary>
internal static class RunningSums
{
    /// <summary>The sums of so many smaller numbers as a block has cannot be more than 32 bits hold.</summary>
    private const int MaxSummed = int.MaxValue / PostingsFormat.BlockSize;

    /// <summary>Writes for each number the sum of those before it.</summary>
    /// <param name="values">Numbers from 0, at most as many as a block has.</param>
    /// <param name="sums">Room for one more: the sum of all comes last.</param>
    /// <param name="path">How vectors are used.</param>
    /// <returns>False where a sum is more than 32 bits hold.</returns>
    public static bool TryAdd(ReadOnlySpan<int> values, Span<int> sums, VectorPath path)
    {
        sums[0] = 0;
        var done = path == VectorPath.Vector256 ? Add256(values, sums[1..]) : 0;
        long sum = sums[done];
        for (var i = done; i < values.Length; i++)
        {
            sum += values[i];
            if (sum > int.MaxValue)
            {
                return false;
            }

            sums[i + 1] = (int)sum;
        }

        return true;
    }

    /// <summary>Adds to each number of a row those before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Within(Vector256<uint> x)
    {
        // Sums over one, two, then four neighbours; an index past the end brings in 0.
        x += Vector256.Shuffle(x, Vector256.Create(8u, 0, 1, 2, 3, 4, 5, 6));
        x += Vector256.Shuffle(x, Vector256.Create(8u, 8, 0, 1, 2, 3, 4, 5));
        return x + Vector256.Shuffle(x, Vector256.Create(8u, 8, 8, 8, 0, 1, 2, 3));
    }

    /// <returns>How many numbers are added up.</returns>
    private static int Add256(ReadOnlySpan<int> values, Span<int> sums)
    {
        var rows = MemoryMarshal.Cast<int, Vector256<int>>(values);
        var targets = MemoryMarshal.Cast<int, Vector256<int>>(sums);
        var sum = Vector256<int>.Zero;
        var highest = Vector256<int>.Zero;
        for (var row = 0; row < rows.Length; row++)
        {
            var x = Within(rows[row].AsUInt32()).AsInt32();
            highest |= rows[row];
            targets[row] = x + sum;
            sum += Vector256.Shuffle(x, Vector256.Create(7));
        }

        return Vector256.GreaterThanAny(highest, Vector256.Create(MaxSummed)) ? 0 : rows.Length * Vector256<int>.Count;
    }
}
