using System.Collections.Frozen;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds the title, and the date of publication beside it, in the lines before the first text; what a web page puts above its title becomes boilerplate.</summary>
internal static class TitleRegion
{
    private const int MostUnits = 40;
    private const int ShortTitle = 3;
    private const int LinesForDate = 12;
    private const int LongestTitle = 240;
    private const int LongestTitleLine = 120;
    private const int MostTitleLines = 5;

    private static readonly FrozenSet<string> Unfinished = new[]
    {
        "a", "an", "the", "and", "or", "of", "for", "from", "to", "in", "on", "at", "by", "with", "under", "between", "its", "their", "as", "into", "after", "before", "towards",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Mark(TextDraft draft)
    {
        var end = EndOfRegion(draft, out var isTitlePage);
        var title = FindTitle(draft, end, out var isRepeated);
        title = HeadsPagesWithTitle(draft, title) ? 0 : title;
        if (title >= 0)
        {
            var hasMenu = isRepeated || draft.Units.FindIndex(0, title, unit => unit.IsBoilerplate && unit.Form != UnitForm.Rule) >= 0;
            SetTitle(draft, title, end, isTitlePage);
            MarkAround(draft, title, end, hasMenu, isTitlePage);
        }

        FindDate(draft, Math.Max(end, Math.Min(draft.Units.Count, LinesForDate)));
    }

    // The lines before the first sentence, list, table or contents.
    private static int EndOfRegion(TextDraft draft, out bool isTitlePage)
    {
        isTitlePage = false;
        var most = Math.Min(draft.Units.Count, MostUnits);
        for (var i = 0; i < most; i++)
        {
            var unit = draft.Units[i];
            if (unit.IsBoilerplate)
            {
                continue;
            }

            isTitlePage = unit.Kind == BlockKind.Contents;
            if (unit.Kind is not null || (unit.Form is not (UnitForm.Prose or UnitForm.Marked or UnitForm.Section) && !IsNumberedTitle(draft, i)) || !IsTitleLike(draft, unit))
            {
                return isTitlePage || i > 0 || unit.Form == UnitForm.Marked ? i : 0;
            }
        }

        return most;
    }

    private static bool IsNumberedTitle(TextDraft draft, int index) =>
        draft.Units[index] is { Form: UnitForm.Numbered, BlankAfter: true, BlankBefore: > 0 };

    private static bool IsTitleLike(TextDraft draft, TextUnit unit) =>
        HeadingForm.IsHeadingLike(draft, unit, IsQuestion(draft, unit)) || HeadingForm.HasWideGap(draft.Of(unit)) || PublicationDates.Find(draft.Of(unit)) is not null || (unit.Span.Length <= 60 && draft.Of(unit).IndexOf('。') < 0);

    // A title may be a longer question than a heading.
    private static bool IsQuestion(TextDraft draft, TextUnit unit) => draft.Text[unit.Span.End - 1] is '?' or '？' && unit is { BlankBefore: > 0, BlankAfter: true };

    private static int FindTitle(TextDraft draft, int end, out bool isRepeated)
    {
        var seen = new HashSet<string>();
        var repeated = -1;
        var first = -1;
        var marked = -1;
        for (var i = 0; i < end; i++)
        {
            var unit = draft.Units[i];
            if (unit.IsBoilerplate && IsTopOfPage(draft.Of(unit)) && HasCandidate(draft, i + 1, end))
            {
                // What stands above a menu or a crumb trail is the site's name, not the page's.
                (first, repeated) = (-1, -1);
            }

            var isCandidate = !unit.IsBoilerplate && IsCandidate(draft, i);
            var isNew = seen.Add(TextKeys.Of(draft.WordsOf(unit)));
            repeated = isCandidate && !isNew ? i : repeated;
            marked = marked < 0 && unit is { Form: UnitForm.Marked, Marker.Depth: 1 } ? i : marked;
            first = isCandidate && (first < 0 || StandsOut(draft, first, i)) ? i : first;
        }

        isRepeated = repeated >= 0;
        return marked >= 0 ? marked : isRepeated ? repeated : first >= 0 ? first : IsLongTitle(draft) ? 0 : -1;
    }

    // "Speech by the minister at the opening of …, 12 May 2010" alone on the first line.
    private static bool IsLongTitle(TextDraft draft)
    {
        var unit = draft.Units[0];
        return unit is { Form: UnitForm.Prose, Kind: null, BlankAfter: true, Span.Length: <= LongestTitle } && char.IsUpper(draft.Text[unit.Span.Start]) && !LineWidths.EndsSentence(draft.Text[unit.Span.End - 1]);
    }

    // The first line is the title, though later pages repeat it, where no line below stands out: none, or one right under it.
    private static bool HeadsPagesWithTitle(TextDraft draft, int title)
    {
        var first = draft.Units[0];
        var words = draft.Of(first);
        return (title < 0 || (title == 1 && draft.Units[1].BlankBefore == 0)) && first is { IsBoilerplate: true, Form: UnitForm.Prose } && IsCandidate(draft, 0)
            && !BoilerplatePhrases.IsBoilerplate(words) && !IsTopOfPage(words) && !MenuLines.IsShare(words);
    }

    private static bool IsTopOfPage(ReadOnlySpan<char> line) =>
        BoilerplatePhrases.IsTopOfPage(line) || (MenuLines.IsMenu(line) && !MenuLines.IsShare(line));

    private static bool HasCandidate(TextDraft draft, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!draft.Units[i].IsBoilerplate && IsCandidate(draft, i))
            {
                return true;
            }
        }

        return false;
    }

    // Under a menu, the line with more space above it than the first candidate has.
    private static bool StandsOut(TextDraft draft, int first, int candidate) =>
        first > 0 && draft.Units[first - 1].IsBoilerplate && draft.Units[candidate].BlankBefore > draft.Units[first].BlankBefore;

    private static bool IsCandidate(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var words = draft.WordsOf(unit);
        var isBroken = words[^1] is ':' or '：' && index + 1 < draft.Units.Count && draft.Units[index + 1].BlankBefore == 0 && !unit.BlankAfter;
        return HeadingForm.IsHeadingLike(draft, unit, isBroken || IsQuestion(draft, unit)) && !TitlePageLines.IsSeries(draft, index) && !BoilerplatePhrases.IsAttribution(words) && !HeadingForm.IsByline(words) && !TitlePageLines.IsReportNumber(words) && !TitlePageLines.IsSort(words) && !MenuLines.IsKnown(words)
            && PublicationDates.Find(words) is null;
    }

    private static void SetTitle(TextDraft draft, int title, int end, bool isTitlePage)
    {
        var unit = draft.Units[title];
        unit.Kind = BlockKind.Title;
        for (var line = 1; line < MostTitleLines && title + 1 < draft.Units.Count && ContinuesTitle(draft, unit, draft.Units[title + 1]); line++)
        {
            unit.Span = new TextSpan(unit.Span.Start, draft.Units[title + 1].Span.End);
            draft.Units.RemoveAt(title + 1);
        }

        // A title page sets "Country factsheet" over "Japan"; both together are the title.
        var next = draft.Next(title);
        if (isTitlePage && next > 0 && next == title + 1 && next < end && draft.Units[next].BlankBefore > 0 && TextKeys.Words(draft.Of(unit)) <= ShortTitle && IsCandidate(draft, next))
        {
            unit.Span = new TextSpan(unit.Span.Start, draft.Units[next].Span.End);
            draft.Units.RemoveAt(next);
        }

        draft.Title = Whitespace.Collapse(draft.WordsOf(unit));
    }

    // A title broken over lines: it stops at a word that something follows, the next line begins with a dash or a small letter, or both together head the pages.
    private static bool ContinuesTitle(TextDraft draft, TextUnit title, TextUnit next)
    {
        if (next.BlankBefore > 0 || next.Kind is not null || next.Form != UnitForm.Prose || title.Form != UnitForm.Prose || next.Span.Length > LongestTitleLine)
        {
            return false;
        }

        var above = draft.Of(title);
        var below = draft.Of(next);
        var lastWord = above[(above.LastIndexOf(' ') + 1)..];
        return above[^1] is ':' or '：' or '—' or '–' or '-' or ',' || above[^1] is 'の' or 'を' or 'と' or 'に' or 'へ' or '・' or '、' || below[0] is '―' or '—' or '–' or '～' or '~' or '－' || char.IsLower(below[0])
            || Unfinished.Contains(lastWord.ToString()) || HeadsPages(draft, new TextSpan(title.Span.Start, next.Span.End));
    }

    private static bool HeadsPages(TextDraft draft, TextSpan title)
    {
        var key = TextKeys.Of(title.Of(draft.Text));
        return draft.Units.Exists(unit => unit is { IsBoilerplate: true, Form: UnitForm.Prose, Span.Length: <= 200 } && TextKeys.Of(draft.Of(unit)) == key);
    }

    private static void MarkAround(TextDraft draft, int title, int end, bool hasMenu, bool isTitlePage)
    {
        var key = TextKeys.Of(draft.WordsOf(draft.Units[title]));
        for (var i = 0; i < end && i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (i == title || unit.Kind is not null)
            {
                continue;
            }

            var words = draft.WordsOf(unit);
            var isAbove = i < title && hasMenu && PublicationDates.Find(words) is null && !HeadingForm.IsByline(words);
            unit.Kind = isTitlePage && i > title ? BlockKind.Paragraph : null;
            if (i < title && (TitlePageLines.IsSeries(draft, i) || HeadingForm.HasWideGap(words)))
            {
                unit.Kind = BlockKind.Boilerplate;
            }
            else if (TitlePageLines.IsSort(words) || TitlePageLines.IsReportNumber(words) || (i > title && TitlePageLines.IsAboutDocument(draft, title, i)))
            {
                unit.Kind ??= BlockKind.Paragraph;
            }
            else if (isAbove || BoilerplatePhrases.IsAttribution(words) || TextKeys.Of(words) == key)
            {
                unit.Kind = BlockKind.Boilerplate;
            }
        }
    }

    private static void FindDate(TextDraft draft, int end)
    {
        for (var i = 0; i < end && i < draft.Units.Count && draft.Published is null; i++)
        {
            var unit = draft.Units[i];
            draft.Published = unit.IsBoilerplate || unit.Form == UnitForm.Row ? null : PublicationDates.FindInLines(draft.WordsOf(unit));
        }
    }
}
