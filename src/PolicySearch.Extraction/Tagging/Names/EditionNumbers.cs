using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Reads the number of an edition behind a programme's name: "4" in "PIA 4", "Phase II", "Round 2".</summary>
internal static class EditionNumbers
{
    private static readonly string[] Parts = ["Phase", "phase", "Round", "Stage"];
    private static readonly string[] Roman = ["III", "II", "IV", "VI", "V"];
    private static readonly string[] After = ["and", "or", "to", "in", "of", "for", "from", "was", "is", "will", "had", "has", "began", "ran", "with", "by", "at", "on", "are", "were", "since", "until", "which", "that", "as"];

    /// <summary>The end of the number; 0 where none stands behind <paramref name="end"/>.</summary>
    public static int EndOf(string text, int end, int limit)
    {
        var span = text.AsSpan(0, limit);
        if (Beside.At(span, end) != ' ' || end >= limit)
        {
            return 0;
        }

        var at = end + 1;
        var isPart = false;
        foreach (var part in Parts)
        {
            if (Beside.StartsWith(span, at, part) && Beside.At(span, at + part.Length) == ' ')
            {
                at += part.Length + 1;
                isPart = true;
                break;
            }
        }

        var last = NumberEnd(span, at);
        return last > at && (isPart || MayFollow(span, last)) ? last : 0;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int at)
    {
        if (Beside.At(text, at) is >= '1' and <= '9')
        {
            return IsEnd(text, at + 1) ? at + 1 : at;
        }

        foreach (var number in Roman)
        {
            if (Beside.StartsWith(text, at, number) && IsEnd(text, at + number.Length))
            {
                return at + number.Length;
            }
        }

        return at;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int at) =>
        !char.IsLetterOrDigit(Beside.At(text, at)) && Beside.At(text, at) is not ('%' or '+' or '-' or '/') && !(Beside.At(text, at) is '.' or ',' && char.IsDigit(Beside.At(text, at + 1)));

    // "PIA 4 is", but not "PIA 4 projects".
    private static bool MayFollow(ReadOnlySpan<char> text, int end)
    {
        if (Beside.At(text, end) != ' ' || !char.IsLetter(Beside.At(text, end + 1)))
        {
            return true;
        }

        var word = text[(end + 1)..];
        var length = 0;
        while (length < word.Length && length < 8 && char.IsLetter(word[length]))
        {
            length++;
        }

        return After.AsSpan().Contains(word[..length].ToString());
    }
}
