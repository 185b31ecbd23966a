using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks lists whose items have no bullet: lines under "The members are:", lines that begin with labels ("Phase 1", "（委員）"), and terms with their explanations.</summary>
/// <remarks>An item is a line that its author ended: what a margin broke has been joined before.</remarks>
internal static class UnmarkedLists
{
    private const int MostWordsOfItem = 30;
    private const int FewestTerms = 3;
    private const int FewestItems = 2;

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
            var label = LabelOf(draft, i);
            var next = i + 1;
            while (label.Form != ItemLabelForm.None && next < end && LabelOf(draft, next) == label)
            {
                next++;
            }

            if (next - i >= (label.Form == ItemLabelForm.Term ? FewestTerms : FewestItems))
            {
                MarkItems(draft, i, next);
            }

            i = next;
        }
    }

    // Who speaks, writes, publishes or can be called is no term.
    private static ItemLabel LabelOf(TextDraft draft, int index)
    {
        var words = draft.Of(draft.Units[index]);
        var label = ItemLabel.Of(words);
        var isNone = label.Form is ItemLabelForm.Date or ItemLabelForm.Column
            || (label.Form == ItemLabelForm.Term && (draft.Labels.BeginsTurn(words) || HeadingForm.IsByline(words) || HeadingForm.IsContact(words)));
        return isNone ? default : label;
    }

    // "The four partners are:" above lines that are no sentences of a text, over a gap too.
    private static void MarkUnderLeadIn(TextDraft draft, int start, int end)
    {
        var leadIn = start > 0 && IsLeadIn(draft, draft.Units[start - 1]);
        for (var i = start; i < end;)
        {
            var next = i;
            while (leadIn && next < end && IsShortLine(draft, draft.Units[next]))
            {
                next++;
            }

            if (next - i >= FewestItems && (next == end || IsLeadIn(draft, draft.Units[next])))
            {
                MarkItems(draft, i, next);
            }

            leadIn = next < end && IsLeadIn(draft, draft.Units[next]);
            i = next + 1;
        }
    }

    private static bool IsShortLine(TextDraft draft, TextUnit unit)
    {
        var words = draft.Of(unit);
        return IsOpen(unit) && !EndsWithColon(draft, unit) && TextKeys.Words(words) <= MostWordsOfItem && !HeadingForm.IsContact(words);
    }

    private static bool IsLeadIn(TextDraft draft, TextUnit unit) =>
        unit is { Form: UnitForm.Prose, Kind: null or BlockKind.Paragraph } && EndsWithColon(draft, unit);

    private static bool EndsWithColon(TextDraft draft, TextUnit unit) => draft.Text[unit.Span.End - 1] is ':' or '：';

    private static void MarkItems(TextDraft draft, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            draft.Units[i].Kind = BlockKind.ListItem;
            draft.Units[i].Level = 1;
        }
    }
}
