namespace PolicySearch.Engine.Search.Matching;

/// <summary>
/// Documents without a gap between them in an ascending list. Those of one source stand side by side, so lists often have long ones; of a stretch a block of postings has
/// all the documents between its ends, and none has to be looked for.
/// </summary>
internal static class Stretch
{
    /// <summary>Shorter ones are not worth finding their ends.</summary>
    public const int Least = 8;

    /// <summary>For each place of a list the one behind the end of its stretch, for lists that are gone through several times.</summary>
    /// <param name="list">The list.</param>
    /// <param name="ends">Room for all of it.</param>
    public static ReadOnlySpan<int> Ends(ReadOnlySpan<int> list, int[] ends)
    {
        var (end, next) = (list.Length, -1);
        for (var at = list.Length - 1; at >= 0; at--)
        {
            // Nothing stands behind the last place.
            end = list[at] + 1 == next || next < 0 ? end : at + 1;
            (ends[at], next) = (end, list[at]);
        }

        return ends.AsSpan(0, list.Length);
    }

    /// <summary>Whether a stretch begins at a place that is worth being treated as one.</summary>
    public static bool Begins(ReadOnlySpan<int> list, int at) => at + Least <= list.Length && list[at + Least - 1] - list[at] == Least - 1;

    /// <summary>The place after the end of the stretch that begins at <paramref name="at"/>, or of its part up to a document.</summary>
    public static int End(ReadOnlySpan<int> list, int at, int last)
    {
        // As long as there are no gaps, documents rise as places do; once there was one, they never do again. Most ends are near.
        var (low, most) = (at + 1, (int)Math.Min(list.Length, at + (long)(last - list[at]) + 1));
        var step = Least;
        while (low + step <= most && list[low + step - 1] - list[at] == low + step - 1 - at)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(most, low + step - 1);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (list[middle] - list[at] == middle - at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
