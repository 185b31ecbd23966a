using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks menus, crumb trails, picture credits and the usual lines of web pages.</summary>
internal static class BoilerplateUnits
{
    // Menus stand near the ends of a page; in the middle their look is a table's.
    private const int NearEnd = 25;
    private const int NearTop = 12;

    public static void Mark(TextDraft draft)
    {
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.Kind is not null || unit.Form == UnitForm.Row)
            {
                continue;
            }

            var words = draft.WordsOf(unit);
            if (unit.Form == UnitForm.Rule || BoilerplatePhrases.IsBoilerplate(words) || BoilerplatePhrases.IsCrumbTrail(words) || IsLinks(draft, i))
            {
                unit.Kind = BlockKind.Boilerplate;
            }

            if (BoilerplatePhrases.IsHome(words))
            {
                MarkMenu(draft, i);
            }
        }

        MarkMenuRuns(draft);
    }

    private static bool IsLinks(TextDraft draft, int index)
    {
        var line = draft.Of(draft.Units[index]);
        var isNearEnd = index < NearEnd || index >= draft.Units.Count - NearEnd;
        return (isNearEnd && (MenuLines.IsMenu(line) || MenuLines.IsShare(line))) || (index < NearTop && BoilerplatePhrases.IsPath(line));
    }

    // A list that begins with "Home" is a crumb trail or a menu; it ends with the list.
    private static void MarkMenu(TextDraft draft, int first)
    {
        draft.Units[first].Kind = BlockKind.Boilerplate;
        if (draft.Units[first].Form is not (UnitForm.Bullet or UnitForm.Numbered))
        {
            return;
        }

        for (var i = first + 1; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit.BlankBefore > 0 || unit.Form != draft.Units[first].Form || TextKeys.Words(draft.WordsOf(unit)) > 12)
            {
                return;
            }

            unit.Kind = BlockKind.Boilerplate;
        }
    }

    // Neighbouring lines of few words, a third of them words of menus, are a menu altogether.
    private static void MarkMenuRuns(TextDraft draft)
    {
        var start = 0;
        while (start < draft.Units.Count)
        {
            var end = start;
            var known = 0;
            while (end < draft.Units.Count && IsMenuLine(draft, draft.Units[end]))
            {
                known += draft.Units[end].IsBoilerplate || BoilerplatePhrases.IsMenuWord(draft.WordsOf(draft.Units[end])) ? 1 : 0;
                end++;
            }

            if (end - start >= 4 && known >= 2 && known * 3 >= end - start)
            {
                draft.Units.GetRange(start, end - start).ForEach(unit => unit.Kind = BlockKind.Boilerplate);
            }

            start = end + 1;
        }
    }

    private static bool IsMenuLine(TextDraft draft, TextUnit unit) =>
        unit is { Lines: 1, Form: UnitForm.Prose or UnitForm.Bullet, Span.Length: <= 40 } && unit.Kind is null or BlockKind.Boilerplate
        && unit.BlankBefore <= 1
        && TextKeys.Words(draft.WordsOf(unit)) <= 4 && !LineWidths.EndsSentence(draft.Text[unit.Span.End - 1]);
}
