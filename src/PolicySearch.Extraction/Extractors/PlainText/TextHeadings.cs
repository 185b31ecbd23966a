using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds headings: marked, numbered, or only by being short lines of their own above a text.</summary>
internal static class TextHeadings
{
    // More short lines in a row than this are an enumeration without bullets, not headings of headings.
    private const int MostInRow = 3;
    private const int LongestNumbered = 20;
    private const int LongLine = 80;
    private const int ShortLine = 80;
    private const int MostUnderYear = 20;
    private const int LongestPoint = 120;

    public static void Mark(TextDraft draft)
    {
        var units = draft.Units;
        var inReferences = false;
        var points = PointsOfAgenda(draft);
        for (var i = 0; i < units.Count;)
        {
            // What a list of references or notes says over itself ends a run: its entries may look like headings too.
            var run = i;
            var opensList = false;
            while (run < units.Count && !opensList && (units[run].IsBoilerplate || ((units[run].MayBeHeading = points.Contains(run) || IsCandidate(draft, run)) && (!inReferences || EndsReferences(draft, units[run])))))
            {
                opensList = !units[run].IsBoilerplate && ReferenceLists.KindUnder(draft.WordsOf(units[run])) is not null;
                inReferences = opensList || (inReferences && units[run].IsBoilerplate);
                run++;
            }

            if (run > i)
            {
                MarkRun(draft, i, run, points);
            }

            i = opensList ? run : run + 1;
        }

        MarkDividers(draft);
    }

    // A numbered line that came before, in an agenda, and now stands above a text heads what was said on that point.
    private static HashSet<int> PointsOfAgenda(TextDraft draft)
    {
        var seen = new HashSet<string>();
        var points = new HashSet<int>();
        for (var i = 0; i + 1 < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit is { Kind: null, Form: UnitForm.Numbered, Lines: 1, Span.Length: <= LongestPoint } && !seen.Add(TextKeys.Of(draft.Of(unit)))
                && unit.BlankBefore > 0 && draft.Units[i + 1].Form == UnitForm.Prose && HeadingForm.IsHeadingLike(draft, unit))
            {
                points.Add(i);
            }
        }

        return points;
    }

    // A divider page has the chapter's heading alone; the next page repeats it, with its number, above the text.
    private static void MarkDividers(TextDraft draft)
    {
        TextUnit? above = null;
        foreach (var unit in draft.Units)
        {
            if (unit.IsBoilerplate)
            {
                continue;
            }

            if (above is not null && unit.Kind == BlockKind.Heading && draft.Text[unit.Span.Start] is not ('（' or '(') && TextKeys.Of(draft.WordsOf(above)) == TextKeys.Of(draft.WordsOf(unit)))
            {
                above.Kind = BlockKind.Boilerplate;
            }

            above = unit.Kind == BlockKind.Heading ? unit : null;
        }
    }

    // From the first candidate on; the text that follows the run is what the last one heads.
    private static void MarkRun(TextDraft draft, int start, int end, HashSet<int> points)
    {
        var candidates = Enumerable.Range(start, end - start).Where(i => !draft.Units[i].IsBoilerplate).ToList();
        var headsText = end < draft.Units.Count && !IsAboutDocument(draft, draft.Units[end]);
        for (var i = 0; i < candidates.Count; i++)
        {
            var unit = draft.Units[candidates[i]];
            var isLast = i == candidates.Count - 1;
            if (IsSure(unit) || points.Contains(candidates[i]) || (headsText && (candidates.Count <= MostInRow || isLast)))
            {
                unit.Kind = BlockKind.Heading;
            }
        }
    }

    // A name above a date or above "Published on …" is an author's.
    private static bool IsAboutDocument(TextDraft draft, TextUnit unit) =>
        unit is { Form: UnitForm.Prose, Lines: <= 2 } && (HeadingForm.IsByline(draft.Of(unit)) || PublicationDates.FindInLines(draft.Of(unit)) is not null);

    private static bool EndsReferences(TextDraft draft, TextUnit unit) =>
        unit.Form is UnitForm.Marked or UnitForm.Section or UnitForm.Numbered || ReferenceLists.IsBackMatter(draft.Of(unit));

    private static bool IsSure(TextUnit unit) => unit.Form is UnitForm.Marked or UnitForm.Section;

    private static bool IsCandidate(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        if (unit.Kind is not null)
        {
            return false;
        }

        if (unit.Form == UnitForm.Marked)
        {
            return true;
        }

        if (!HeadingForm.IsHeadingLike(draft, unit))
        {
            return false;
        }

        var words = draft.WordsOf(unit);
        return unit.Form switch
        {
            UnitForm.Section => TextKeys.Words(words) <= LongestNumbered,
            UnitForm.Numbered => StandsAlone(draft, index) && !HasNumberedNeighbour(draft, index),
            _ => StandsAlone(draft, index) && !draft.Labels.BeginsTurn(words) && !HeadingForm.IsByline(words) && PublicationDates.FindInLines(words) is null && ReferenceLists.LooksUnlikeReference(words) && !TitlePageLines.IsReportNumber(words),
        };
    }

    // A blank line above, and one below unless much longer text follows at once.
    private static bool StandsAlone(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var isFirst = index == 0 || unit.BlankBefore > 0 || draft.Units[index - 1].Kind is BlockKind.Heading or BlockKind.Title or BlockKind.Boilerplate
            || (unit.Form == UnitForm.Numbered && LineWidths.EndsSentence(draft.Text[draft.Units[index - 1].Span.End - 1]))
            || draft.Units[index - 1] is { Form: UnitForm.Numbered, MayBeHeading: true } above && above.Marker.Style != unit.Marker.Style;
        if (unit.Form == UnitForm.Prose && HeadingForm.IsUsual(draft.Of(unit)) && index + 1 < draft.Units.Count)
        {
            return true;
        }

        if (!isFirst || unit.Indent > 12 && unit.Form == UnitForm.Numbered)
        {
            return false;
        }

        return unit.BlankAfter || (index + 1 < draft.Units.Count && HeadsAtOnce(draft.Text, unit, draft.Units[index + 1]) && !IsYearOfSeveral(draft, index));
    }

    // Years that follow each other without a gap are labels in a text.
    private static bool IsYearOfSeveral(TextDraft draft, int index)
    {
        if (!HeadingForm.IsYear(draft.WordsOf(draft.Units[index])))
        {
            return false;
        }

        for (var i = index + 1; i < draft.Units.Count && i <= index + MostUnderYear && draft.Units[i].BlankBefore == 0; i++)
        {
            if (HeadingForm.IsYear(draft.WordsOf(draft.Units[i])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HeadsAtOnce(string text, TextUnit unit, TextUnit next) =>
        IsOfArticle(text, unit, next) || IsInCapitals(unit.Words(text))
        || next.Form is UnitForm.Bullet or UnitForm.Row || next.Lines > 1 || (next.Span.Length >= LongLine && next.Span.Length > unit.Span.Length * 2)
        || (unit.Form == UnitForm.Prose && unit.Span.Length <= ShortLine && (next.Form is UnitForm.Numbered or UnitForm.Note || next.Kind == BlockKind.ListItem || ItemLabel.Of(next.Span.Of(text)).Form == ItemLabelForm.Column))
        || (next.Form == UnitForm.Prose && LineWidths.EndsSentence(text[next.Span.End - 1]) && (unit.Span.Length <= ShortLine || unit.Form == UnitForm.Numbered || HeadingForm.IsYear(unit.Words(text))));

    // （目的） above 第一条
    private static bool IsOfArticle(string text, TextUnit unit, TextUnit next) =>
        next.Form == UnitForm.Section && text[unit.Span.Start] is '（' or '(' && text[unit.Span.End - 1] is '）' or ')';

    // ADDENDA above the first of its articles
    private static bool IsInCapitals(ReadOnlySpan<char> words) =>
        words.Length is >= 4 and <= ShortLine && char.IsAsciiLetterUpper(words[0]) && !words.ContainsAnyInRange('a', 'z') && words.IndexOfAnyInRange('0', '9') < 0;

    private static bool HasNumberedNeighbour(TextDraft draft, int index)
    {
        var style = draft.Units[index].Marker.Style;
        var next = draft.Next(index);
        return (next >= 0 && draft.Units[next] is { Form: UnitForm.Numbered, Kind: null } after && after.Marker.Style == style)
            || (index > 0 && draft.Units[index - 1] is { Form: UnitForm.Numbered, Kind: null or BlockKind.ListItem } before && before.Marker.Style == style);
    }
}
