using System.Buffers;
using PolicySearch.Extraction.Tagging.Tables;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Finds the cells whose numbers count or measure something, though they look like years: by their column's heading, else by the other numbers in it.</summary>
internal sealed class FigureColumns(Lexicon lexicon, WordReader reader)
{
    private const int LongestHeading = 60;
    private const int FewestFigures = 2;
    private const int EarliestYear = 1800;
    private const int LatestYear = 2060;

    private static readonly SearchValues<char> Signs = SearchValues.Create("$€£¥￥₹%％");
    private static readonly string[] JapaneseAmounts = ["円", "額", "数", "費", "率", "人", "社", "件", "高", "量", "予算"];

    private enum Heading
    {
        Unknown,
        Years,
        Figures,
    }

    /// <summary>Numbers of the blocks that are such cells.</summary>
    public HashSet<int> Of(TaggingContext context)
    {
        var figures = new HashSet<int>();
        var labels = RowLabels(context);
        foreach (var column in TableColumn.Of(context.Blocks))
        {
            Add(context, column, labels, figures);
        }

        return figures;
    }

    private static Dictionary<(int Table, int Row), TextBlock> RowLabels(TaggingContext context)
    {
        var labels = new Dictionary<(int Table, int Row), TextBlock>();
        foreach (var block in context.Blocks)
        {
            if (block is { Table: { } table, Row: { } row, Column: 0 })
            {
                labels.TryAdd((table, row), block);
            }
        }

        return labels;
    }

    private void Add(TaggingContext context, TableColumn column, Dictionary<(int Table, int Row), TextBlock> labels, HashSet<int> figures)
    {
        int numbers = 0, others = 0;
        foreach (var cell in column.Cells)
        {
            if (IsNumber(context, cell, out var isYear))
            {
                numbers++;
                others += isYear ? 0 : 1;
            }
        }

        var heading = numbers == 0 || column.Heading is not { } span ? Heading.Unknown : Read(context, reader.Read(context.Text, span.Start, span.End));
        if (numbers == 0 || heading == Heading.Years)
        {
            return;
        }

        var isByValues = others >= FewestFigures && 2 * others >= numbers;
        foreach (var cell in column.Cells)
        {
            if (column.Heading is null && cell.Row == 0)
            {
                // A year heads the figures below it.
                continue;
            }

            var label = column.Heading is null && labels.TryGetValue((cell.Table ?? -1, cell.Row ?? -1), out var found) && found != cell ? Read(context, found.Words) : Heading.Unknown;
            if (label != Heading.Years && (heading == Heading.Figures || isByValues || label == Heading.Figures) && IsNumber(context, cell, out _))
            {
                figures.Add(cell.Number);
            }
        }
    }

    private Heading Read(TaggingContext context, IReadOnlyList<Word> words)
    {
        if (words.Count == 0 || words[^1].End - words[0].Start > LongestHeading)
        {
            return Heading.Unknown;
        }

        var text = context.Text.AsSpan(words[0].Start, words[^1].End - words[0].Start);
        if (text.Contains('年'))
        {
            return Heading.Years;
        }

        var (isYears, isFigures) = (false, text.ContainsAny(Signs));
        foreach (var word in words)
        {
            isYears |= lexicon.Is(word, WordClass.YearHeading);
            isFigures |= lexicon.Is(word, WordClass.AmountHeading | WordClass.Unit) || (word.IsCjk && Beside.EndsWithAny(context.TextOf(word), JapaneseAmounts));
        }

        // "Number of years", "Year of investment"
        return isYears && !(isFigures && lexicon.Is(words[0], WordClass.AmountHeading | WordClass.Unit)) ? Heading.Years : isFigures ? Heading.Figures : Heading.Unknown;
    }

    // A number and nothing else; spans such as "2010-12" say nothing.
    private static bool IsNumber(TaggingContext context, TextBlock cell, out bool isYear)
    {
        isYear = false;
        var text = cell.Span.Of(context.Text.AsSpan()).Trim();
        var digits = 0;
        foreach (var unit in text)
        {
            if (!Digits.IsDigit(unit) && unit is not (',' or '.' or ' ' or '%' or '+' or '~' or '£' or '$' or '€' or '¥'))
            {
                return false;
            }

            digits += Digits.IsDigit(unit) ? 1 : 0;
        }

        isYear = digits == 4 && text.Length == 4 && Digits.Value(text) is >= EarliestYear and <= LatestYear;
        return digits > 0;
    }
}
