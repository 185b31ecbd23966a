using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Gives headings their levels: by their hashes, by their numbers, else by the space above them and by what they head.</summary>
internal static class HeadingLevels
{
    private const int Deepest = 6;
    private const int WideGap = 2;

    public static void Assign(TextDraft draft)
    {
        var headings = draft.Units.Where(unit => unit.Kind == BlockKind.Heading).ToList();
        var isMixed = headings.Exists(unit => unit.BlankBefore >= WideGap) && headings.Exists(unit => unit.BlankBefore < WideGap);
        var hasNumbers = headings.Exists(unit => unit.Form is UnitForm.Section or UnitForm.Numbered);
        var minHashes = headings.Where(unit => unit.Form == UnitForm.Marked).Select(unit => unit.Marker.Depth).DefaultIfEmpty(1).Min();
        TextUnit? above = null;
        var parent = 0;
        foreach (var unit in draft.Units)
        {
            if (unit.Kind == BlockKind.Heading)
            {
                var level = BaseLevel(unit, isMixed, hasNumbers, minHashes);

                // A heading right under another of its look is the first of that one's parts, and so are those after it.
                parent = level < parent || unit.Form != UnitForm.Prose ? 0 : above is { Form: UnitForm.Prose } && above.Level == level ? level : parent;
                unit.Level = Math.Min(level == parent ? level + 1 : level, Deepest);
                above = unit;
            }
            else if (!unit.IsBoilerplate)
            {
                above = null;
            }
        }
    }

    private static int BaseLevel(TextUnit unit, bool isMixed, bool hasNumbers, int minHashes) => unit.Form switch
    {
        UnitForm.Marked => unit.Marker.Depth - minHashes + 1,
        UnitForm.Section => unit.Marker.Depth,
        UnitForm.Numbered => 1,
        _ => isMixed && !hasNumbers && unit.BlankBefore < WideGap ? 2 : hasNumbers && unit.BlankBefore < WideGap ? 2 : 1,
    };
}
