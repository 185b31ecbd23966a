using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks what stands under the last text of a saved page: teasers, forms, links.</summary>
internal static class TailRegion
{
    private const int WordsOfText = 14;
    private const int LongestLinks = 300;

    public static void Mark(TextDraft draft)
    {
        var units = draft.Units;
        var end = units.Count;
        while (end > 0 && !IsText(draft, units[end - 1]))
        {
            end--;
        }

        var first = units.FindIndex(end, unit => unit.IsBoilerplate && unit.Form != UnitForm.Rule && BoilerplatePhrases.IsBoilerplate(draft.WordsOf(unit)));
        for (var i = first; i >= 0 && i < units.Count; i++)
        {
            units[i].Kind = BlockKind.Boilerplate;
        }
    }

    private static bool IsText(TextDraft draft, TextUnit unit)
    {
        if (unit.IsBoilerplate)
        {
            return false;
        }

        var words = draft.WordsOf(unit);
        if (unit.Span.Length <= LongestLinks && (words.Contains('©') || words.Count('|') > 1 || BoilerplatePhrases.IsImprint(words)))
        {
            return false;
        }

        return unit.Form is UnitForm.Row or UnitForm.Note || unit.Kind == BlockKind.Contents
            || unit.Span.Length > 1000 || TextKeys.Words(words) >= WordsOfText
            || (LineWidths.EndsSentence(words[^1]) && TextKeys.Words(words) >= 6);
    }
}
