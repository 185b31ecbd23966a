using PolicySearch.Extraction.Tagging.Names;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>In a list of prefectures a name that is a prefecture's and its capital's is the prefecture's: 青森、岩手、宮城.</summary>
internal static class PlaceLists
{
    private const string Prefecture = " Prefecture";
    private const int LongestSeparator = 5;

    /// <summary>Puts the prefecture first among the forms of the matches in such lists.</summary>
    public static void Settle(string text, List<NameMatch> matches)
    {
        for (var first = 0; first < matches.Count;)
        {
            var last = first;
            while (last + 1 < matches.Count && IsSeparator(text, matches[last], matches[last + 1]))
            {
                last++;
            }

            if (last > first && matches[first..(last + 1)].Exists(match => match.Forms is [{ Entry.Id: var id }] && id.EndsWith(Prefecture, StringComparison.Ordinal)))
            {
                for (var i = first; i <= last; i++)
                {
                    matches[i] = matches[i] with { Forms = [.. matches[i].Forms.OrderBy(form => form.Entry.Id.EndsWith(Prefecture, StringComparison.Ordinal) ? 0 : 1)] };
                }
            }

            first = last + 1;
        }
    }

    private static bool IsSeparator(string text, NameMatch left, NameMatch right)
    {
        var length = right.Start - left.End;
        return left.Block == right.Block && length is > 0 and <= LongestSeparator
            && text.AsSpan(left.End, length).Trim() is "、" or "・" or "，" or "," or "/" or "と" or "及び" or "and" or ", and";
    }
}
