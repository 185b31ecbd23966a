namespace PolicySearch.Service.Search;

/// <summary>Lists of values as users write them: separated by commas, though a name may hold commas itself.</summary>
public static class ValueList
{
    /// <summary>Most parts that one name is looked for in; longer names with commas are rare, and the work stays linear.</summary>
    private const int MostPartsOfName = 8;

    /// <summary>Splits at commas and trims; empty parts fall away.</summary>
    public static IReadOnlyList<string> Split(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Splits at commas, but keeps the longest runs of parts together that are one known name (<c>Ministry of Economy, Trade and Industry</c>), as they stand or with a space after each comma.</summary>
    /// <param name="value">The list.</param>
    /// <param name="isKnown">Whether a text is a name as a whole.</param>
    public static IReadOnlyList<string> Split(string value, Func<string, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(isKnown);
        ArgumentNullException.ThrowIfNull(value);
        var parts = Parts(value);
        var result = new List<string>();
        for (var from = 0; from < parts.Count;)
        {
            var run = parts[from..Math.Min(parts.Count, from + MostPartsOfName)];
            while (run.Count > 1 && !isKnown(AsItStands(value, run)) && !isKnown(Joined(value, run)))
            {
                run.RemoveAt(run.Count - 1);
            }

            result.Add(isKnown(AsItStands(value, run)) ? AsItStands(value, run) : Joined(value, run));
            from += run.Count;
        }

        return result;
    }

    private static string AsItStands(string value, List<(int Start, int End)> run) => value[run[0].Start..run[^1].End];

    private static string Joined(string value, List<(int Start, int End)> run) => string.Join(", ", run.Select(part => value[part.Start..part.End]));

    /// <summary>Where the parts between commas stand, without white space at their ends and without empty ones.</summary>
    private static List<(int Start, int End)> Parts(string value)
    {
        var parts = new List<(int, int)>();
        foreach (var range in value.AsSpan().Split(','))
        {
            var (start, length) = range.GetOffsetAndLength(value.Length);
            var part = value.AsSpan(start, length);
            var trimmed = part.Trim();
            if (!trimmed.IsEmpty)
            {
                start += part.Length - part.TrimStart().Length;
                parts.Add((start, start + trimmed.Length));
            }
        }

        return parts;
    }
}
