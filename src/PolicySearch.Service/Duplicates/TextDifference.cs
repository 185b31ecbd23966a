namespace PolicySearch.Service.Duplicates;

/// <summary>A place where two texts differ.</summary>
/// <param name="First">The units that the first one has there, joined; empty where the second has more.</param>
/// <param name="Second">The units that the second one has there, joined.</param>
internal readonly record struct TextDifference(string First, string Second)
{
    /// <summary>Equal units between two differences that part them; one alone may be the same by chance.</summary>
    private const int PartingUnits = 2;

    /// <summary>Shorter words with another letter are other words.</summary>
    private const int FewestLetters = 5;

    /// <summary>Whether a word was left out, added, or spelled otherwise (a letter wrong or a space more), rather than put in the place of another.</summary>
    public bool IsSlight => First.Length == 0 || Second.Length == 0 || First == Second ||
        (Math.Min(First.Length, Second.Length) >= FewestLetters && IsOneLetterApart(First, Second));

    /// <summary>The differences, by the longest common subsequence of units.</summary>
    public static IReadOnlyList<TextDifference> Between(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var start = 0;
        while (start < Math.Min(first.Count, second.Count) && first[start] == second[start])
        {
            start++;
        }

        var (firstEnd, secondEnd) = (first.Count, second.Count);
        while (firstEnd > start && secondEnd > start && first[firstEnd - 1] == second[secondEnd - 1])
        {
            firstEnd--;
            secondEnd--;
        }

        return Walk([.. first.Skip(start).Take(firstEnd - start)], [.. second.Skip(start).Take(secondEnd - start)]);
    }

    private static List<TextDifference> Walk(string[] first, string[] second)
    {
        var lengths = CommonLengths(first, second);
        var differences = new List<TextDifference>();
        var (i, j, i0, j0, equal) = (0, 0, 0, 0, 0);
        while (i < first.Length || j < second.Length)
        {
            if (i < first.Length && j < second.Length && first[i] == second[j])
            {
                (i, j, equal) = (i + 1, j + 1, equal + 1);
                if (equal == PartingUnits)
                {
                    Add(differences, first[i0..(i - equal)], second[j0..(j - equal)]);
                }

                (i0, j0) = equal >= PartingUnits ? (i, j) : (i0, j0);
            }
            else
            {
                equal = 0;
                (i, j) = j == second.Length || (i < first.Length && lengths[i + 1, j] >= lengths[i, j + 1]) ? (i + 1, j) : (i, j + 1);
            }
        }

        Add(differences, first[i0..], second[j0..]);
        return differences;
    }

    private static void Add(List<TextDifference> differences, string[] first, string[] second)
    {
        if (first.Length + second.Length > 0)
        {
            differences.Add(new TextDifference(string.Concat(first), string.Concat(second)));
        }
    }

    /// <summary>Lengths of the longest common subsequences of what follows two places.</summary>
    private static int[,] CommonLengths(string[] first, string[] second)
    {
        var lengths = new int[first.Length + 1, second.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
        {
            for (var j = second.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = first[i] == second[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    /// <summary>Whether one letter is left out, added, changed or swapped with the next.</summary>
    private static bool IsOneLetterApart(string a, string b)
    {
        var start = a.AsSpan().CommonPrefixLength(b);
        var restOfA = a.AsSpan(start);
        var restOfB = b.AsSpan(start);
        return (restOfA.Length - restOfB.Length) switch
        {
            0 => restOfA[1..].SequenceEqual(restOfB[1..]) ||
                (restOfA.Length > 1 && restOfA[0] == restOfB[1] && restOfA[1] == restOfB[0] && restOfA[2..].SequenceEqual(restOfB[2..])),
            1 => restOfA[1..].SequenceEqual(restOfB),
            -1 => restOfB[1..].SequenceEqual(restOfA),
            _ => false,
        };
    }
}
