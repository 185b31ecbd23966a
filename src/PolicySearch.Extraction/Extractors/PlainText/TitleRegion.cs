using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Text;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Finds the title, and the date of publication beside it, in the lines before the first text; what a web page puts above its title becomes boilerplate.</summary>
internal static partial class TitleRegion
{
    private const int MostUnits = 40;
    private const int ShortTitle = 3;
    private const int LinesForDate = 12;
    private const int LongestTitleLine = 120;

    private static readonly FrozenSet<string> Unfinished = new[]
    {
        "a", "an", "the", "and", "or", "of", "for", "from", "to", "in", "on", "at", "by", "with", "under", "between", "its", "their", "as", "into", "after", "before", "towards",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What a document is, set above its title.
    private static readonly FrozenSet<string> DocumentSorts = new[]
    {
        "transcript", "press release", "news release", "media release", "working paper", "discussion paper", "policy brief", "policy paper", "draft", "fact sheet", "factsheet", "occasional paper", "background paper", "speech", "未定稿", "案", "資料", "速報", "仮訳",
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
            if (unit.IsBoilerplate && IsTopOfPage(draft.Of(unit)) && HasCandidate(draft, i + 1, end))
            {
                // What stands above a menu or a crumb trail is the site's name, not the page's.
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

    private static bool IsTopOfPage(ReadOnlySpan<char> line) =>
        BoilerplatePhrases.IsTopOfPage(line) || (MenuLines.IsMenu(line) && !MenuLines.IsShare(line));

    private static bool HasCandidate(TextDraft draft, int start, int end) =>
        draft.Units.FindIndex(start, end - start, unit => !unit.IsBoilerplate && IsCandidate(draft, unit)) >= 0;

    // Under a menu, the line with more space above it than the first candidate has.
    private static bool StandsOut(TextDraft draft, int first, int candidate) =>
        first > 0 && draft.Units[first - 1].IsBoilerplate && draft.Units[candidate].BlankBefore > draft.Units[first].BlankBefore;

    private static bool IsCandidate(TextDraft draft, TextUnit unit)
    {
        var words = draft.WordsOf(unit);
        return HeadingForm.IsHeadingLike(draft, unit) && !BoilerplatePhrases.IsAttribution(words) && !HeadingForm.IsByline(words) && !IsReportNumber(words) && !IsNumberedSeries(words) && !DocumentSorts.Contains(TextKeys.Of(words))
            && PublicationDates.Find(words) is null;
    }

    private static void SetTitle(TextDraft draft, int title, int end, bool isTitlePage)
    {
        var unit = draft.Units[title];
        unit.Kind = BlockKind.Title;
        while (title + 1 < draft.Units.Count && ContinuesTitle(draft, unit, draft.Units[title + 1]))
        {
            unit.Span = new TextSpan(unit.Span.Start, draft.Units[title + 1].Span.End);
            draft.Units.RemoveAt(title + 1);
        }

        // A title page sets "Country factsheet" over "Japan"; both together are the title.
        var next = draft.Next(title);
        if (isTitlePage && next > 0 && next == title + 1 && next < end && TextKeys.Words(draft.Of(unit)) <= ShortTitle && IsCandidate(draft, draft.Units[next]))
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
        return above[^1] is ':' or '：' or '—' or '–' or '-' or ',' || below[0] is '―' or '—' or '–' or '～' or '~' or '－' || char.IsLower(below[0])
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
            if (IsSeries(draft, i) && i < title)
            {
                unit.Kind = BlockKind.Boilerplate;
            }
            else if (DocumentSorts.Contains(TextKeys.Of(words)) || (i > title && IsAboutDocument(draft, title, i)))
            {
                unit.Kind ??= BlockKind.Paragraph;
            }
            else if (isAbove || BoilerplatePhrases.IsAttribution(words) || IsReportNumber(words) || TextKeys.Of(words) == key)
            {
                unit.Kind = BlockKind.Boilerplate;
            }
        }
    }

    // Right under the title, with a date, or a name above such a line.
    private static bool IsAboutDocument(TextDraft draft, int title, int index)
    {
        var unit = draft.Units[index];
        if (unit.Form != UnitForm.Prose)
        {
            return false;
        }

        var isSubtitle = index == title + 1 && unit is { BlankBefore: 0, BlankAfter: true };
        return isSubtitle || TellsOfDocument(draft.Of(unit)) || StandsAboveSuch(draft, index);
    }

    private static bool StandsAboveSuch(TextDraft draft, int index)
    {
        const int Most = 4;
        for (var i = index; i < index + Most && i + 1 < draft.Units.Count && !draft.Units[i].BlankAfter; i++)
        {
            if (TellsOfDocument(draft.Of(draft.Units[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TellsOfDocument(ReadOnlySpan<char> words) =>
        HeadingForm.IsByline(words) || PublicationDates.FindInLines(words) is not null || HasDate(words);

    private static bool HasDate(ReadOnlySpan<char> words) => words.Length <= 160 && FullDate().IsMatch(words);

    // "Working Paper 17", "調査研究報告 No.2019-3", and the name of the series above it.
    private static bool IsSeries(TextDraft draft, int index)
    {
        var words = draft.Of(draft.Units[index]);
        return IsNumberedSeries(words)
            || (index + 1 < draft.Units.Count && draft.Units[index + 1] is { BlankBefore: 0, Form: UnitForm.Prose } next && IsNumberedSeries(draft.Of(next)));
    }

    private static bool IsNumberedSeries(ReadOnlySpan<char> words) => words.Length <= 80 && NumberedSeries().IsMatch(words);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(\S+ ){0,5}(papers?|reports?|briefs?|notes?|bulletin|series|sheet|報告|報告書|資料|ペーパー|レポート)\W{1,3}((no|nr|number|vol)\b\.?|第|№)?\s*\d[\d./-]{0,9}号?$", Options)]
    private static partial Regex NumberedSeries();

    [GeneratedRegex(@"\b\d{1,2}\.? (jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?,? \d{4}\b|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? \d{1,2},? \d{4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d\d-\d\d\b|[\d０-９元]{1,4} ?年 ?[\d０-９]{1,2} ?月 ?[\d０-９]{1,2} ?日", Options)]
    private static partial Regex FullDate();

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
