using System.Buffers;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks lists whose items have no bullet: lines under "The members are:", lines that begin with labels ("Phase 1", "（委員）"), and terms with their explanations.</summary>
/// <remarks>An item is a line that its author ended: what a margin broke has been joined before.</remarks>
internal static partial class UnmarkedLists
{
    private const int LongestLabel = 48;
    private const int MostWordsOfTerm = 6;
    private const int MostWordsOfItem = 30;
    private const int FewestTerms = 3;
    private const int FewestItems = 2;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十");

    private enum Label
    {
        None,
        Bracket,
        Number,
        Term,
    }

    public static void Mark(TextDraft draft)
    {
        for (var i = 0; i < draft.Units.Count;)
        {
            var end = i + 1;
            while (end < draft.Units.Count && IsOpen(draft.Units[i]) && IsOpen(draft.Units[end]) && draft.Units[end].BlankBefore == 0)
            {
                end++;
            }

            if (end - i >= FewestItems)
            {
                MarkLabelled(draft, i, end);
                MarkUnderLeadIn(draft, i, end);
            }

            i = end;
        }
    }

    private static bool IsOpen(TextUnit unit) => unit is { Kind: null, Form: UnitForm.Prose };

    private static void MarkLabelled(TextDraft draft, int start, int end)
    {
        for (var i = start; i < end;)
        {
            var (label, word) = LabelOf(draft, draft.Units[i]);
            var next = i + 1;
            while (label != Label.None && next < end && LabelOf(draft, draft.Units[next]) is var other && other.Label == label && (label != Label.Number || other.Word == word))
            {
                next++;
            }

            if (next - i >= (label == Label.Term ? FewestTerms : FewestItems))
            {
                MarkItems(draft, i, next);
            }

            i = next;
        }
    }

    // "The four partners are:" above lines that are no sentences of a text, over a gap too.
    private static void MarkUnderLeadIn(TextDraft draft, int start, int end)
    {
        var above = EndsWithColon(draft, draft.Units[start]) ? start : start - 1;
        var first = above + 1;
        if (above < 0 || !IsLeadIn(draft, draft.Units[above]) || end - first < FewestItems)
        {
            return;
        }

        for (var i = first; i < end; i++)
        {
            if (!IsOpen(draft.Units[i]) || TextKeys.Words(draft.Of(draft.Units[i])) > MostWordsOfItem)
            {
                return;
            }
        }

        MarkItems(draft, first, end);
    }

    private static bool IsLeadIn(TextDraft draft, TextUnit unit) =>
        unit is { Form: UnitForm.Prose, Kind: null or BlockKind.Paragraph } && EndsWithColon(draft, unit) && TextKeys.Words(draft.Of(unit)) >= 3;

    private static bool EndsWithColon(TextDraft draft, TextUnit unit) => draft.Text[unit.Span.End - 1] is ':' or '：';

    private static void MarkItems(TextDraft draft, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            draft.Units[i].Kind = BlockKind.ListItem;
            draft.Units[i].Level = 1;
        }
    }

    private static (Label Label, string Word) LabelOf(TextDraft draft, TextUnit unit)
    {
        var words = draft.Of(unit);
        var start = words[..Math.Min(words.Length, LongestLabel)];
        if (Bracket().IsMatch(start))
        {
            return (Label.Bracket, "");
        }

        if (WordAndNumber().IsMatch(start))
        {
            return (Label.Number, start[..start.IndexOfAny(Digits)].TrimEnd().ToString());
        }

        return IsTerm(draft, words, start) ? (Label.Term, "") : default;
    }

    // "Budget: 20 million euros". Who speaks, writes or publishes is no term.
    private static bool IsTerm(TextDraft draft, ReadOnlySpan<char> words, ReadOnlySpan<char> start)
    {
        var colon = start.IndexOfAny(':', '：');
        return colon > 1 && colon + 1 < words.Length && (words[colon] == '：' || char.IsWhiteSpace(words[colon + 1])) && char.IsLetter(words[0]) && !char.IsLower(words[0])
            && TextKeys.Words(words[..colon]) <= MostWordsOfTerm && !draft.Labels.BeginsTurn(words) && !HeadingForm.IsByline(words);
    }

    // （委員）山田　太郎, [Chair] Jane Roe
    [GeneratedRegex(@"^[（(【［\[]\p{L}[\p{L} ・]{1,16}[)）】］\]]\s*\S", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    // 資料1　…, Phase 2 – …, Goal 3: …
    [GeneratedRegex(@"^\p{L}{2,14} ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})([-－][0-9０-９]{1,2})?(\s*[:：–—]|[.．　)）]|\s+)\s*\p{L}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WordAndNumber();
}
