using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>Adds up scores by document over a window, and takes the documents with enough as candidates.</summary>
internal sealed class WindowSums(Candidates candidates, DocFilter filter)
{
    /// <summary>Adds scores.</summary>
    /// <param name="docs">Documents of the window.</param>
    /// <param name="scores">Their scores.</param>
    /// <param name="low">The window's first document.</param>
    /// <param name="isMarking">Whether to mark the documents, for <see cref="TakeMarked"/>.</param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, int low, bool isMarking)
    {
        var sums = candidates.Sums;
        for (var i = 0; i < docs.Length; i++)
        {
            sums[docs[i] - low] += scores[i];
        }

        var marks = candidates.Marks;
        foreach (var doc in isMarking ? docs : [])
        {
            BitSet.Add(marks, doc - low);
        }
    }

    /// <summary>Looks at every document of the window; forgets the sums.</summary>
    /// <param name="low">The window's first document.</param>
    /// <param name="least">What a sum has to have; above 0.</param>
    /// <param name="path">How vectors are used.</param>
    public void TakeReaching(int low, double least, VectorPath path)
    {
        if (path == VectorPath.Plain)
        {
            for (var at = 0; at < Candidates.Capacity; at++)
            {
                Take(at, low, least);
            }

            Array.Clear(candidates.Sums);
            return;
        }

        var rows = MemoryMarshal.Cast<double, Vector256<double>>(candidates.Sums);
        var wanted = Vector256.Create(least);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var found = Vector256.GreaterThanOrEqual(rows[row], wanted).ExtractMostSignificantBits(); found != 0; found &= found - 1)
            {
                Take((row * Vector256<double>.Count) + BitOperations.TrailingZeroCount(found), low, least);
            }
        }

        Array.Clear(candidates.Sums);
    }

    private void Take(int at, int low, double least)
    {
        if (candidates.Sums[at] >= least && (filter.Set is not { } set || set.Contains(low + at)))
        {
            candidates.Add(low + at, 0, candidates.Sums[at], hasShould: true);
        }
    }

    /// <summary>Looks at the marked documents; forgets the sums and marks.</summary>
    public void TakeMarked(int low, double least)
    {
        var marks = candidates.Marks;
        for (var word = 0; word < marks.Length; word++)
        {
            for (; marks[word] != 0; marks[word] &= marks[word] - 1)
            {
                var at = (word << 6) + BitOperations.TrailingZeroCount(marks[word]);
                Take(at, low, least);
                candidates.Sums[at] = 0;
            }
        }
    }
}
