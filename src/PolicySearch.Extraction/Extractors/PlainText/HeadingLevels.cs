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
        var hasNumbers = headings.Exists(unit => unit.Form is UnitForm.Section or UnitForm.Numbered || BeginsWithNumber(draft.Of(unit)));
        var minHashes = headings.Where(unit => unit.Form == UnitForm.Marked).Select(unit => unit.Marker.Depth).DefaultIfEmpty(1).Min();
        var styles = headings.Where(unit => unit.Form == UnitForm.Numbered).Select(unit => unit.Marker.Style).Distinct().ToList();
        var chapters = headings.Where(unit => unit.Form == UnitForm.Section && draft.Text[unit.Span.Start] == '第').Select(unit => unit.Marker.Depth).DefaultIfEmpty(0).Max();
        TextUnit? above = null;
        var parent = 0;
        foreach (var unit in draft.Units)
        {
            if (unit.Kind == BlockKind.Heading)
            {
                var level = BaseLevel(draft, unit, isMixed, hasNumbers, styles, minHashes) + (unit.Form == UnitForm.Numbered ? chapters : 0);

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

    private static int BaseLevel(TextDraft draft, TextUnit unit, bool isMixed, bool hasNumbers, List<char> styles, int minHashes) => unit.Form switch
    {
        UnitForm.Marked => unit.Marker.Depth - minHashes + 1,
        UnitForm.Section => unit.Marker.Depth,
        UnitForm.Numbered => 1 + styles.IndexOf(unit.Marker.Style),
        _ when LevelOfPart(draft.Of(unit)) is > 0 and var level => level,
        _ when BeginsWithNumber(draft.Of(unit)) || ReferenceLists.KindUnder(draft.Of(unit)) is not null => 1,
        _ => isMixed && !hasNumbers && unit.BlankBefore < WideGap ? 2 : hasNumbers && unit.BlankBefore < WideGap ? 2 : 1,
    };

    // "CHAPTER II", "Section 1", "Article 4 (Purpose)"; 0 for none.
    private static int LevelOfPart(ReadOnlySpan<char> words)
    {
        var space = words.IndexOf(' ');
        if (space is < 4 or > 7 || space + 1 >= words.Length || !(char.IsAsciiDigit(words[space + 1]) || words[space + 1] is 'I' or 'V' or 'X'))
        {
            return 0;
        }

        var word = words[..space];
        return Is(word, "part") || Is(word, "title") || Is(word, "chapter") ? 1 : Is(word, "section") ? 2 : Is(word, "article") ? 3 : 0;

        static bool Is(ReadOnlySpan<char> word, string part) => word.Equals(part, StringComparison.OrdinalIgnoreCase);
    }

    // "2 Agencies", as printed reports number their chapters.
    private static bool BeginsWithNumber(ReadOnlySpan<char> words)
    {
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && words[digits] == ' ' && digits + 1 < words.Length && char.IsUpper(words[digits + 1]);
    }
}
