using System.Runtime.InteropServices;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Facets;

/// <summary>Counts small numbers: in an array where that is not much larger than what is counted, else in a dictionary.</summary>
internal sealed class CodeCounts
{
    private const int AlwaysArrayWidth = 12;
    private const int MaxArrayWidth = 24;

    private readonly Dictionary<ulong, int>? _sparse;

    /// <summary>Creates it.</summary>
    /// <param name="width">Most bits of a code.</param>
    /// <param name="expected">About how many will be counted.</param>
    public CodeCounts(int width, long expected)
    {
        if (width <= AlwaysArrayWidth || (width <= MaxArrayWidth && 1L << width <= expected * 4))
        {
            Array = new int[2 << width];
        }
        else
        {
            _sparse = [];
        }
    }

    /// <summary>
    /// Two counts for each code, all first ones before all second ones; null where they are in a dictionary. Neighbouring documents often have the same code:
    /// counted in turn in both, one count need not wait for the other.
    /// </summary>
    public int[]? Array { get; }

    public void Add(ReadOnlySpan<ulong> codes)
    {
        foreach (var code in codes)
        {
            if (Array is { } counts)
            {
                counts[(int)code]++;
            }
            else
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_sparse!, code, out _)++;
            }
        }
    }

    /// <summary>Counts documents by the stretches in which they stand.</summary>
    public void Add(ColumnRuns runs, DocRanks ranks)
    {
        var counts = runs.CountByCode(ranks);
        for (var i = 0; i < counts.Length; i++)
        {
            if (runs.Codes[i] != ColumnRuns.NoValue)
            {
                Add(runs.Codes[i], counts[i]);
            }
        }
    }

    private void Add(ulong code, int count)
    {
        if (Array is { } counts)
        {
            counts[(int)code] += count;
        }
        else if (count > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_sparse!, code, out _) += count;
        }
    }

    /// <summary>What was counted, by rising codes.</summary>
    public List<(ulong Code, int Count)> Counted()
    {
        List<(ulong Code, int Count)> counted = [];
        if (Array is null)
        {
            counted.AddRange(_sparse!.Select(pair => (pair.Key, pair.Value)));
            counted.Sort();
            return counted;
        }

        var half = Array.Length / 2;
        for (var code = 0; code < half; code++)
        {
            if (Array[code] + Array[code + half] is > 0 and var count)
            {
                counted.Add(((ulong)code, count));
            }
        }

        return counted;
    }
}
