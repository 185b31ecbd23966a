namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Knows the labels that begin lines of their own: the speakers of a transcript, the years of a chronicle.</summary>
internal sealed class LineLabels
{
    private const int LongestLabel = 50;
    private const int MostWords = 6;
    private const int LongestSpeaker = 20;
    private const string Circles = "○◯〇●";

    private static readonly string[] Offices =
    [
        "委員", "委員長", "座長", "会長", "議長", "議員", "大臣", "長官", "課長", "室長", "部長", "局長", "次長", "補佐", "参事官", "審議官", "参考人", "構成員", "主査", "理事", "理事長", "教授", "社長", "総裁", "事務局", "氏", "君", "さん",
    ];

    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Collects the labels of a text.</summary>
    public LineLabels(string text, List<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (LabelOf(line.Trimmed.Of(text)) is { } label)
            {
                _counts[label] = _counts.GetValueOrDefault(label) + 1;
            }
        }
    }

    /// <summary>Whether the line begins with a year or a question's number, or with a label that begins another line too.</summary>
    public bool Begins(ReadOnlySpan<char> words) => BeginsWithYear(words) || BeginsTurn(words);

    /// <summary>Whether the line begins with a question's number or a label that begins another line too, as a speaker's words do.</summary>
    public bool BeginsTurn(ReadOnlySpan<char> words) =>
        BeginsWithQuestion(words) || HasOffice(words[..CircledSpeaker(words)]) || (LabelOf(words) is { } label && _counts.GetValueOrDefault(label) > 1);

    private static string? LabelOf(ReadOnlySpan<char> words)
    {
        if (CircledSpeaker(words) is var end and > 0)
        {
            return words[..end].ToString();
        }

        var colon = words[..Math.Min(words.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon <= 0 || !char.IsUpper(words[0]) && !LineWidths.IsWide(words[0]) || (colon + 1 < words.Length && words[colon] == ':' && !char.IsWhiteSpace(words[colon + 1])))
        {
            return null;
        }

        var label = words[..colon];
        label = BeginsWithQuestion(label) ? label[(label.IndexOf(' ') + 1)..] : label;
        return TextKeys.Words(label) <= MostWords ? label.ToString() : null;
    }

    // ○山田委員　本日は…: where a circle and a name end; 0 for none.
    private static int CircledSpeaker(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || !Circles.Contains(words[0], StringComparison.Ordinal))
        {
            return 0;
        }

        var space = words[..Math.Min(words.Length, LongestSpeaker)].IndexOfAny(' ', '\u3000');
        return space > 2 && space + 1 < words.Length ? space : 0;
    }

    private static bool HasOffice(ReadOnlySpan<char> speaker)
    {
        foreach (var office in Offices)
        {
            if (speaker.EndsWith(office, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
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
