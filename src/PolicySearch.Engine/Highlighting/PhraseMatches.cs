using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Highlighting;

/// <summary>Finds where a phrase matches among the occurrences of its terms.</summary>
/// <remarks>
/// A term's place less its place in the phrase is the same for all terms of an exact match; the distance between the
/// greatest and the least of these is what the match costs of the slop (Lucene's SloppyPhraseMatcher). The terms' lists are
/// walked like a merge: the least goes on, so that every least value is tried with the nearest others.
/// </remarks>
internal static class PhraseMatches
{
    /// <summary>Adds the span of every word that takes part in a match.</summary>
    public static void AddSpans(
        PhraseQuery phrase, Dictionary<string, List<Occurrence>> occurrences, List<(int Start, int End)> spans)
    {
        var slots = new List<Occurrence>[phrase.Terms.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            if (!occurrences.TryGetValue(phrase.Terms[i], out var list))
            {
                return;
            }

            slots[i] = list;
        }

        var heads = new int[slots.Length];
        while (true)
        {
            var (least, width) = Measure(phrase, slots, heads);
            if (width <= phrase.Slop && AreDistinct(slots, heads))
            {
                for (var i = 0; i < slots.Length; i++)
                {
                    spans.Add((slots[i][heads[i]].Start, slots[i][heads[i]].End));
                }
            }

            if (++heads[least] == slots[least].Count)
            {
                return;
            }
        }
    }

    /// <summary>The slot that lags furthest behind, and how far the slots lie apart.</summary>
    private static (int Least, int Width) Measure(PhraseQuery phrase, List<Occurrence>[] slots, int[] heads)
    {
        var least = 0;
        var low = int.MaxValue;
        var high = int.MinValue;
        for (var i = 0; i < slots.Length; i++)
        {
            var place = slots[i][heads[i]].Position - phrase.Positions[i];
            high = Math.Max(high, place);
            if (place < low)
            {
                (least, low) = (i, place);
            }
        }

        return (least, high - low);
    }

    /// <summary>A word of the text stands for one word of the phrase, also where the phrase repeats a term.</summary>
    private static bool AreDistinct(List<Occurrence>[] slots, int[] heads)
    {
        for (var i = 1; i < slots.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (ReferenceEquals(slots[i], slots[j]) && heads[i] == heads[j])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
