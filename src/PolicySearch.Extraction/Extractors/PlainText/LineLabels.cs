namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Knows the labels that begin lines of their own: the speakers of a transcript, the years of a chronicle.</summary>
internal sealed class LineLabels
{
    private const int LongestLabel = 50;
    private const int MostWords = 6;

    private readonly string _text;
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Collects the labels of a text.</summary>
    public LineLabels(string text, List<TextLine> lines)
    {
        _text = text;
        foreach (var line in lines)
        {
            if (LabelOf(line) is { } label)
            {
                _counts[label] = _counts.GetValueOrDefault(label) + 1;
            }
        }
    }

    /// <summary>Whether the line begins with a year or a question's number, or with a label that begins another line too.</summary>
    public bool Begins(in TextLine line)
    {
        var words = line.Trimmed.Of(_text);
        return BeginsWithYear(words) || BeginsWithQuestion(words) || (LabelOf(line) is { } label && _counts[label] > 1);
    }

    private string? LabelOf(in TextLine line)
    {
        var words = line.Trimmed.Of(_text);
        var colon = words[..Math.Min(words.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon <= 0 || !char.IsUpper(words[0]) && !LineWidths.IsWide(words[0]) || (colon + 1 < words.Length && words[colon] == ':' && !char.IsWhiteSpace(words[colon + 1])))
        {
            return null;
        }

        var label = words[..colon];
        label = BeginsWithQuestion(label) ? label[(label.IndexOf(' ') + 1)..] : label;
        return TextKeys.Words(label) <= MostWords ? label.ToString() : null;
    }

    // 1998: text, 1998 – text
    private static bool BeginsWithYear(ReadOnlySpan<char> words)
    {
        if (words.Length < 7 || words[0] is not ('1' or '2') || words[..4].IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        var sign = words[4] == ' ' ? 5 : 4;
        return words[sign] is ':' or '–' or '—' or '-' or '：' && (words[sign + 1] == ' ' || words[sign] == '：');
    }

    // Q12 text
    private static bool BeginsWithQuestion(ReadOnlySpan<char> words)
    {
        var end = words.IsEmpty || words[0] != 'Q' ? 0 : 1 + words[1..].IndexOfAnyExceptInRange('0', '9');
        return end is >= 2 and <= 5 && words[end] == ' ';
    }
}
