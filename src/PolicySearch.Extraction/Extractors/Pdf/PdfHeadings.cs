using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Marks the title and the headings: short lines that stand out by size, weight or number, with levels by their look.</summary>
internal static partial class PdfHeadings
{
    private const int MostWords = 24;
    private const int MostLines = 4;
    private const int Deepest = 6;

    /// <summary>Marks them.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="title">The title that the file gives; null where it gives none.</param>
    /// <param name="outline">The file's outline: what it names is a heading of its level.</param>
    public static void Mark(PdfDraft draft, string? title, IReadOnlyList<OutlineEntry> outline)
    {
        var outlined = Outlined(draft, outline);
        var headings = new List<PdfUnit>();
        for (var i = 0; i < draft.Units.Count; i++)
        {
            if (IsHeading(draft, i) || outlined.ContainsKey(draft.Units[i]))
            {
                draft.Units[i].Kind = BlockKind.Heading;
                headings.Add(draft.Units[i]);
            }
        }

        if (TitleOf(draft, headings, title) is { } found)
        {
            found.Kind = BlockKind.Title;
            headings.Remove(found);
        }

        SetLevels(draft, headings, outlined);
    }

    // Entries lead to the page of their heading; some programs number the page before it.
    private static Dictionary<PdfUnit, int> Outlined(PdfDraft draft, IReadOnlyList<OutlineEntry> outline)
    {
        var depths = new Dictionary<(int Page, string Key), int>();
        foreach (var entry in outline.Where(entry => entry.Title.Any(char.IsLetter)))
        {
            depths.TryAdd((entry.Page, TextKeys.Of(entry.Title)), entry.Depth);
        }

        var outlined = new Dictionary<PdfUnit, int>();
        foreach (var unit in draft.Units.Where(unit => depths.Count > 0 && unit is { Kind: null, Rows: null } && unit.Lines.Count <= MostLines))
        {
            var key = TextKeys.Of(unit.Text);
            if (depths.TryGetValue((unit.Page, key), out var depth) || depths.TryGetValue((unit.Page - 1, key), out depth))
            {
                outlined.Add(unit, depth);
            }
        }

        return outlined;
    }

    private static bool IsHeading(PdfDraft draft, int index)
    {
        var unit = draft.Units[index];
        if (unit.Kind is not null || RunsUp(unit) || unit.Lines.Count > MostLines || TextKeys.Words(unit.Text) > MostWords || !HasWords(unit.Text) || EndsLikeText(unit.Text))
        {
            return false;
        }

        var marker = ListMarker.Read(unit.Text);
        if (marker.Form == UnitForm.Bullet)
        {
            return false;
        }

        return unit.Size >= draft.Larger || (unit.IsBold && !draft.IsBodyBold) || IsNumbered(draft, index, marker) || (IsCapitals(unit.Text) && HeadsText(draft, index));
    }

    // "2.1 Agencies" and 第２章 over text; a single number may be a list's.
    private static bool IsNumbered(PdfDraft draft, int index, ListMarker marker) =>
        draft.Units[index].Lines.Count <= 2 && HeadsText(draft, index) && (marker.Form == UnitForm.Section || ChapterStart().IsMatch(draft.Units[index].Text));

    private static bool HeadsText(PdfDraft draft, int index)
    {
        var next = draft.Units.Skip(index + 1).FirstOrDefault(unit => unit.Kind is not BlockKind.Boilerplate);
        return next is { Kind: null } && TextKeys.Words(next.Text) > 12;
    }

    private static bool IsCapitals(string text) =>
        text.Count(char.IsUpper) >= 4 && !text.Any(char.IsLower) && TextKeys.Words(text) <= 10 && text.Count(char.IsDigit) * 2 < text.Length;

    private static bool HasWords(string text) => text.Count(char.IsLetter) is var letters && letters >= 2 && letters * 3 >= text.Length;

    private static bool EndsLikeText(string text) => text[^1] is ',' or ';' or '。' or '、' or '，' || (text[^1] is '.' && TextKeys.Words(text) > 8) || text[^1] is ':' or '：';

    // The text that runs up the margin of a preprint.
    private static bool RunsUp(PdfUnit unit) => unit.Lines.Exists(line => line.Box.Height > line.Box.Width && line.Text.Length > 3);

    // The largest heading of the first page, unless others are as large further on.
    private static PdfUnit? TitleOf(PdfDraft draft, List<PdfUnit> headings, string? title)
    {
        var first = draft.Units.FindAll(unit => unit.Kind != BlockKind.Boilerplate).FirstOrDefault()?.Page ?? 1;
        var onFirst = headings.FindAll(unit => unit.Page == first);
        var key = title is null ? null : TextKeys.Of(title);
        var named = key is null ? null : onFirst.Find(unit => TextKeys.Of(unit.Text) == key);
        if (named is not null || onFirst.Count == 0)
        {
            return named;
        }

        var largest = onFirst.MaxBy(unit => Math.Round(unit.Size))!;
        var later = headings.Where(unit => unit != largest).Select(unit => unit.Size).DefaultIfEmpty(0).Max();
        return largest.Size > later * 1.04 || (headings.Count == 1 && largest == draft.Units[0]) ? largest : null;
    }

    private static void SetLevels(PdfDraft draft, List<PdfUnit> headings, Dictionary<PdfUnit, int> outlined)
    {
        var styles = headings.Select(Style).Distinct().OrderByDescending(style => style).ToList();
        foreach (var unit in headings)
        {
            if (outlined.TryGetValue(unit, out var depth))
            {
                unit.Level = Math.Min(Deepest, depth);
                continue;
            }

            // Sizes guessed from an image say less than a number.
            var marker = ListMarker.Read(unit.Text);
            var byStyle = styles.IndexOf(Style(unit)) + 1;
            unit.Level = Math.Min(Deepest, marker.Form == UnitForm.Section && (draft.IsOcr || styles.Count == 1) ? marker.Depth : draft.IsOcr ? 1 : byStyle);
        }
    }

    private static (double Size, bool IsBold) Style(PdfUnit unit) => (Math.Round(unit.Size), unit.IsBold);

    [GeneratedRegex(@"^(chapter|part|annex|appendix|section)\s+([\dIVX]+|[A-Z])\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChapterStart();
}
