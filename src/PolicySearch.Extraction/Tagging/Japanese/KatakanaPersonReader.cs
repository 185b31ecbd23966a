using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Reads foreign persons in Katakana by the title behind them: バイデン大統領, マイケル・ポーター教授.</summary>
internal sealed class KatakanaPersonReader(PersonTitles titles, Func<string, bool> isPlace)
{
    // "バイデン大統領", "マイケル・ポーター教授", "メルケル独首相"
    /// <summary>Adds the person whose name a run of Katakana ends, to <paramref name="found"/>.</summary>
    public void Read(JoinedText text, KnownSpans known, int start, int end, List<FoundPerson> found)
    {
        var span = text.Span;
        var nation = text[end] is '米' or '英' or '独' or '仏' or '伊' or '露' or '中' or '韓' or '印' or '豪' or '加' ? 1 : 0;
        var from = end + nation;
        if (!titles.TryMatch(span, from, out var length, out var kind) || kind == TitleKind.Full || !titles.MayEnd(span, from + length, from + length))
        {
            return;
        }

        // "プーチン・ロシア大統領": the country is no part of the name.
        var run = span[start..end];
        var dot = run.LastIndexOf('・');
        end -= isPlace(run[(dot + 1)..].ToString()) ? run.Length - Math.Max(0, dot) : 0;
        var name = span[start..Math.Max(start, end)].Trim("・＝=");
        var last = name[(name.LastIndexOfAny("・＝=") + 1)..];
        if (last.Length < 2 || Scripts.IsHan(text[start - 1]) || known.StartingAt(text.ToSource(start)) is { Type: not MentionType.Person } || titles.IsNoPerson(last) || titles.IsNoPerson(name))
        {
            return;
        }

        found.Add(new FoundPerson(text, start, start + name.Length, last.ToString(), last.Length < name.Length ? name.ToString() : null, span.Slice(from, length).ToString()));
    }
}
