namespace PolicySearch.Testing.Reference;

/// <summary>Counts a phrase in lists of positions.</summary>
internal static class NaivePhrase
{
    /// <summary>Phrase starts at which every term stands at its offset.</summary>
    public static float Exact(int[][] positions, int[] offsets) =>
        positions[0].Select(p => p - offsets[0]).Distinct().Count(start => positions.Zip(offsets).All(term => term.First.Contains(start + term.Second)));

    /// <summary>The sum of 1 / (1 + distance) over the places that Lucene's sloppy matching finds.</summary>
    public static float Sloppy(string[] terms, int[][] positions, int[] offsets, int slop)
    {
        var at = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            // The n-th of equal terms starts at the n-th occurrence.
            at[i] = Enumerable.Range(0, i).Where(j => terms[j] == terms[i]).Select(j => offsets[j]).Distinct().Count(o => o != offsets[i]);
            if (at[i] >= positions[i].Length)
            {
                return 0;
            }
        }

        int StartOf(int i) => positions[i][at[i]] - offsets[i];
        var highest = Enumerable.Range(0, terms.Length).Max(StartOf);
        bool Next(int i)
        {
            if (++at[i] == positions[i].Length)
            {
                return false;
            }

            highest = Math.Max(highest, StartOf(i));
            return true;
        }

        int Meeting(int i) => Array.FindIndex(
            [.. Enumerable.Range(0, terms.Length)],
            j => terms[j] == terms[i] && offsets[j] != offsets[i] && positions[j][at[j]] == positions[i][at[i]]);

        float freq = 0;
        while (true)
        {
            var order = Enumerable.Range(0, terms.Length).OrderBy(StartOf).ThenBy(i => offsets[i]).ThenBy(i => i).ToArray();
            var (low, second) = (order[0], StartOf(order[1]));
            var distance = highest - StartOf(low);
            var exhausted = false;
            while (true)
            {
                exhausted = !Next(low);
                for (var moving = low; !exhausted && Meeting(moving) is var other && other >= 0;)
                {
                    moving = (StartOf(moving), offsets[moving]).CompareTo((StartOf(other), offsets[other])) < 0 ? moving : other;
                    exhausted = !Next(moving);
                }

                if (exhausted || StartOf(low) > second)
                {
                    break;
                }

                distance = Math.Min(distance, highest - StartOf(low));
            }

            freq += distance <= slop ? 1f / (1f + distance) : 0;
            if (exhausted)
            {
                return freq;
            }
        }
    }
}
