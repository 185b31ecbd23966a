using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Joins lines to units: a paragraph that a margin broke is one, a list item with its further lines, a row of a table.</summary>
internal static class UnitReader
{
    private const int StartOfText = 9;
    private const int NearEnd = 15;
    private const int LongestItem = 80;
    private const int LeastCentred = 4;
    private const int LongestCapitals = 100;

    /// <summary>The units of a text, in order; every line that is not blank is in exactly one.</summary>
    public static List<TextUnit> Read(string text, List<TextLine> lines, LineLabels labels)
    {
        var widths = new LineWidths(text, lines);
        var spaced = SpacedRows.Find(text, lines);
        var units = new List<TextUnit>();
        var blank = StartOfText;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
            {
                blank++;
                continue;
            }

            var last = units.Count > 0 ? units[^1] : null;
            if (last is not null && blank > 0)
            {
                last.BlankAfter = true;
            }

            if (last is not null && blank == 0 && !spaced[i] && !labels.Begins(lines[i].Trimmed.Of(text)) && !BeginsItem(text, last, lines[i - 1], lines[i], widths) && Joins(text, last, lines[i - 1], lines[i], widths)
                && !((i < NearEnd || i >= lines.Count - NearEnd) && (IsLinks(text, lines[i - 1]) || IsLinks(text, lines[i]))))
            {
                last.Span = new TextSpan(last.Span.Start, lines[i].Trimmed.End);
                last.Raw = new TextSpan(last.Raw.Start, lines[i].Raw.End);
                last.Lines++;
            }
            else
            {
                units.Add(Start(text, lines[i], blank, spaced[i], last is { Form: UnitForm.Row }, labels));
                units[^1].IsUnderColon = last is not null && blank <= 1 && (text[last.Span.End - 1] is ':' or '：' || (blank == 0 && last.IsUnderColon));
            }

            blank = 0;
        }

        if (units.Count > 0)
        {
            units[^1].BlankAfter = true;
        }

        return units;
    }

    // A line with a label like that of the paragraph, or a line of few words under a colon and no margin that could have broken it.
    private static bool BeginsItem(string text, TextUnit last, in TextLine previous, in TextLine line, LineWidths widths) =>
        last.Form == UnitForm.Note ? NotesAndCaptions.IsNote(line.Trimmed.Of(text)) : last.Form == UnitForm.Prose
        && ((ItemLabel.Of(last.Span.Of(text)) is { Form: not ItemLabelForm.None } label && ItemLabel.Of(line.Trimmed.Of(text)) == label)
            || (last.IsUnderColon && !widths.HasMargin && previous.Trimmed.Length <= LongestItem));

    private static bool Joins(string text, TextUnit last, in TextLine previous, in TextLine line, LineWidths widths)
    {
        if (previous.Page != line.Page || ContentsPages.IsEntry(previous.Trimmed.Of(text)) || last.Form is UnitForm.Row or UnitForm.Rule or UnitForm.Marked)
        {
            return false;
        }

        // The full stop of a note may be left alone on a line by a broken address.
        var form = FormOf(text, line, afterRow: false, out _);
        if (form != UnitForm.Prose && !(form == UnitForm.Rule && last.Form == UnitForm.Note && line.Trimmed.Length <= 2))
        {
            return false;
        }

        var hangs = last.Form is UnitForm.Bullet or UnitForm.Numbered && line.Indent >= last.Indent + last.Marker.Length && last.Marker.Length > 0 && line.Indent > 0;
        return last.Form == UnitForm.Note || hangs || widths.Continues(previous, line) || (IsCentredCapitals(text, previous) && IsCentredCapitals(text, line));
    }

    // A heading of a printed record, broken over lines.
    private static bool IsCentredCapitals(string text, in TextLine line)
    {
        var words = line.Trimmed.Of(text);
        if (line.Indent < LeastCentred || words.Length is < 4 or > LongestCapitals || HeadingForm.HasWideGap(words))
        {
            return false;
        }

        foreach (var c in words)
        {
            if (char.IsLower(c) || LineWidths.IsWide(c))
            {
                return false;
            }
        }

        return char.IsUpper(words[0]);
    }

    // Above and below the text of a saved page every line stands for itself.
    private static bool IsLinks(string text, in TextLine line)
    {
        var words = line.Trimmed.Of(text);
        return MenuLines.IsMenu(words) || MenuLines.IsShare(words) || BoilerplatePhrases.IsCrumbTrail(words) || BoilerplatePhrases.IsPath(words) || BoilerplatePhrases.IsBoilerplate(words);
    }

    private static TextUnit Start(string text, in TextLine line, int blank, bool isSpaced, bool afterRow, LineLabels labels)
    {
        var marker = default(ListMarker);
        var form = isSpaced ? UnitForm.Row : FormOf(text, line, afterRow, out marker);
        if (form == UnitForm.Bullet && labels.BeginsTurn(line.Trimmed.Of(text)))
        {
            (form, marker) = (UnitForm.Prose, default);
        }

        return new TextUnit
        {
            Form = form,
            Span = line.Trimmed,
            Raw = line.Raw,
            Marker = marker,
            Indent = line.Indent,
            BlankBefore = blank,
            Page = line.Page,
        };
    }

    private static UnitForm FormOf(string text, in TextLine line, bool afterRow, out ListMarker marker)
    {
        marker = default;
        var words = line.Trimmed.Of(text);
        if (IsRow(text, line, words, afterRow))
        {
            return UnitForm.Row;
        }

        if (!HasLetterOrDigit(words))
        {
            return UnitForm.Rule;
        }

        marker = ListMarker.Read(words);
        return marker.Form;
    }

    // Cells parted by tabs or bars. In a table a page break may leave a row that only begins or ends with tabs.
    private static bool IsRow(string text, in TextLine line, ReadOnlySpan<char> words, bool afterRow)
    {
        var tab = words.IndexOf('\t');
        if (tab >= 0)
        {
            return ListMarker.Read(words) is not { Length: > 0 } marker || words[marker.Length..].Contains('\t');
        }

        if (words[0] == '|' && words.Length > 2 && words[1..].Contains('|'))
        {
            return true;
        }

        return afterRow && (text[line.Raw.Start] == '\t' || text[line.Raw.End - 1] == '\t');
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
