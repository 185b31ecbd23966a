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

    // What a document is, set above its title.
    private static readonly FrozenSet<string> DocumentSorts = new[]
    {
        "transcript", "press release", "news release", "media release", "working paper", "discussion paper", "policy brief", "policy paper", "draft",
    }.ToFrozenSet();

    public static void Mark(TextDraft draft)
    {
        var end = EndOfRegion(draft, out var isTitlePage);
        var title = FindTitle(draft, end, out var isRepeated);
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
        HeadingForm.IsHeadingLike(draft, unit) || PublicationDates.Find(draft.Of(unit)) is not null || unit.Span.Length <= 60;

    private static int FindTitle(TextDraft draft, int end, out bool isRepeated)
    {
        var seen = new HashSet<string>();
        var repeated = -1;
        var first = -1;
        var marked = -1;
        for (var i = 0; i < end; i++)
        {
            var unit = draft.Units[i];
            if (unit.IsBoilerplate && BoilerplatePhrases.IsCrumbTrail(draft.WordsOf(unit)) && HasCandidate(draft, i + 1, end))
            {
                // What stands above a crumb trail is the site's name, not the page's.
                (first, repeated) = (-1, -1);
            }

            var isCandidate = !unit.IsBoilerplate && IsCandidate(draft, unit);
            var isNew = seen.Add(TextKeys.Of(draft.WordsOf(unit)));
            repeated = isCandidate && !isNew ? i : repeated;
            marked = marked < 0 && unit is { Form: UnitForm.Marked, Marker.Depth: 1 } ? i : marked;
            first = isCandidate && (first < 0 || StandsOut(draft, first, i)) ? i : first;
        }

        isRepeated = repeated >= 0;
        return marked >= 0 ? marked : isRepeated ? repeated : first;
    }

    private static bool HasCandidate(TextDraft draft, int start, int end) =>
        draft.Units.FindIndex(start, end - start, unit => !unit.IsBoilerplate && IsCandidate(draft, unit)) >= 0;

    // Under a menu, the line with more space above it than the first candidate has.
    private static bool StandsOut(TextDraft draft, int first, int candidate) =>
        first > 0 && draft.Units[first - 1].IsBoilerplate && draft.Units[candidate].BlankBefore > draft.Units[first].BlankBefore;

    private static bool IsCandidate(TextDraft draft, TextUnit unit)
    {
        var words = draft.WordsOf(unit);
        return HeadingForm.IsHeadingLike(draft, unit) && !BoilerplatePhrases.IsAttribution(words) && !HeadingForm.IsByline(words) && !IsReportNumber(words) && !DocumentSorts.Contains(TextKeys.Of(words))
            && PublicationDates.Find(words) is null;
    }

    private static void SetTitle(TextDraft draft, int title, int end, bool isTitlePage)
    {
        var unit = draft.Units[title];
        unit.Kind = BlockKind.Title;

        // A title page sets "Country factsheet" over "Japan"; both together are the title.
        var next = draft.Next(title);
        if (isTitlePage && next > 0 && next == title + 1 && next < end && TextKeys.Words(draft.Of(unit)) <= ShortTitle && IsCandidate(draft, draft.Units[next]))
        {
            unit.Span = new TextSpan(unit.Span.Start, draft.Units[next].Span.End);
            draft.Units.RemoveAt(next);
        }

        draft.Title = Whitespace.Collapse(draft.WordsOf(unit));
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
            if (DocumentSorts.Contains(TextKeys.Of(words)))
            {
                unit.Kind ??= BlockKind.Paragraph;
            }
            else if (isAbove || BoilerplatePhrases.IsAttribution(words) || IsReportNumber(words) || TextKeys.Of(words) == key)
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

    // R-2021-097E, DSTI/STP(2019)5, ISSN 1234-5678: one word of capitals, figures and strokes, or a register's number.
    private static bool IsReportNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > 60)
        {
            return false;
        }

        if (line.StartsWith("ISBN", StringComparison.Ordinal) || line.StartsWith("ISSN", StringComparison.Ordinal))
        {
            return true;
        }

        var digits = 0;
        var others = 0;
        foreach (var c in line)
        {
            if (!(char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '-' or '/' or '(' or ')' or '.' or '_'))
            {
                return false;
            }

            digits += char.IsAsciiDigit(c) ? 1 : 0;
            others += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        return digits >= 3 && others >= 1;
    }
}
