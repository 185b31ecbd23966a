namespace PolicySearch.Service.Search;

/// <summary>Lists of values as users write them: separated by commas, though a name may hold commas itself.</summary>
public static class ValueList
{
    /// <summary>Splits at commas and trims; empty parts fall away.</summary>
    public static IReadOnlyList<string> Split(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Splits at commas, but keeps the longest runs of parts together that are one known name (<c>Ministry of Economy, Trade and Industry</c>).</summary>
    /// <param name="value">The list.</param>
    /// <param name="isKnown">Whether a text is a name as a whole.</param>
    public static IReadOnlyList<string> Split(string value, Func<string, bool> isKnown)
    {
        ArgumentNullException.ThrowIfNull(isKnown);
        var parts = Split(value);
        var result = new List<string>();
        for (var from = 0; from < parts.Count;)
        {
            var to = parts.Count;
            while (to > from + 1 && !isKnown(string.Join(", ", parts.Skip(from).Take(to - from))))
            {
                to--;
            }

            result.Add(string.Join(", ", parts.Skip(from).Take(to - from)));
            from = to;
        }

        return result;
    }
}
