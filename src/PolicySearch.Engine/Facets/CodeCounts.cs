using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts small numbers: in an array where that is not much larger than what is counted, else in a dictionary.</summary>
internal sealed class CodeCounts
{
    private const int AlwaysArrayWidth = 12;
    private const int MaxArrayWidth = 24;

    private readonly int[]? _array;
    private readonly Dictionary<ulong, int>? _sparse;

    /// <summary>Creates it.</summary>
    /// <param name="width">Most bits of a code.</param>
    /// <param name="expected">About how many will be counted.</param>
    public CodeCounts(int width, long expected)
    {
        if (width <= AlwaysArrayWidth || (width <= MaxArrayWidth && 1L << width <= expected * 4))
        {
            _array = new int[1 << width];
        }
        else
        {
            _sparse = [];
        }
    }

    public void Add(ReadOnlySpan<ulong> codes)
    {
        if (_array is { } counts)
        {
            foreach (var code in codes)
            {
                counts[(int)code]++;
            }

            return;
        }

        foreach (var code in codes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sparse!, code, out _)++;
        }
    }

    /// <summary>What was counted; ascending where there are few codes.</summary>
    public IEnumerable<(ulong Code, int Count)> Counted() =>
        _array is null ? _sparse!.Select(pair => (pair.Key, pair.Value)) : _array.Index().Where(c => c.Item > 0).Select(c => ((ulong)c.Index, c.Item));
}
