using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks the entries of a chronicle, lines such as "1973 – text" and "13 May 2021: text" that follow each other, as items of a list.</summary>
internal static partial class DatedEntries
{
    private const int LongestStart = 40;

    public static void Mark(TextDraft draft)
    {
        for (var i = 0; i < draft.Units.Count; i++)
        {
            var isFirst = i + 1 < draft.Units.Count && draft.Units[i + 1].BlankBefore == 0 && IsEntry(draft, i + 1);
            var isLater = i > 0 && draft.Units[i].BlankBefore == 0 && (draft.Units[i - 1].Kind == BlockKind.ListItem || IsEntry(draft, i - 1));
            if ((isFirst || isLater) && IsEntry(draft, i))
            {
                draft.Units[i].Kind = BlockKind.ListItem;
                draft.Units[i].Level = 1;
            }
        }
    }

    /// <summary>Whether the words are a year, a span of years or a date and nothing else, as they stand in the first column of a chronicle.</summary>
    public static bool IsDate(ReadOnlySpan<char> words) => words.Length is >= 4 and <= LongestStart && Date().IsMatch(words);

    private static bool IsEntry(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var words = draft.Of(unit);
        return unit is { Kind: null, Form: UnitForm.Prose } && words.Length > 6 && EntryStart().IsMatch(words[..Math.Min(words.Length, LongestStart)]);
    }

    private const string Months = @"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string Western = @"((early|mid-?|late|spring|summer|autumn|fall|winter),? )?((\d{1,2}(st|nd|rd|th)? )?" + Months + @" |" + Months + @" \d{1,2},? )?[12]\d{3}s?( ?[–-] ?\d{2,4})?";
    private const string Japanese = @"([12]\d{3}|(明治|大正|昭和|平成|令和)(\d{1,2}|元)) ?年度?( ?\d{1,2} ?月)?( ?\d{1,2} ?日)?";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^(" + Western + "|" + Japanese + @")(\s+[–—-]|\s*[:：]|　)\s*\S", Options)]
    private static partial Regex EntryStart();

    [GeneratedRegex("^(" + Western + "|" + Japanese + ")[.:]?$", Options)]
    private static partial Regex Date();
}
