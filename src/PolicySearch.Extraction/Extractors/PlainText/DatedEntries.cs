using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks the entries of a chronicle, paragraphs such as "1973 – text" and "13 May 2021: text" that follow each other, as items of a list.</summary>
internal static partial class DatedEntries
{
    private const int LongestStart = 40;

    public static void Mark(TextDraft draft)
    {
        for (int i = 0, last = -1; i >= 0 && i < draft.Units.Count; i = draft.Next(i))
        {
            if (!IsEntry(draft, i))
            {
                last = -1;
                continue;
            }

            var next = draft.Next(i);
            if ((last >= 0 && StandTogether(draft, last, i)) || (next >= 0 && IsEntry(draft, next) && StandTogether(draft, i, next)))
            {
                draft.Units[i].Kind = BlockKind.ListItem;
                draft.Units[i].Level = 1;
            }

            last = i;
        }
    }

    // Over a gap, only what is no heading of a period.
    private static bool StandTogether(TextDraft draft, int first, int second) =>
        draft.Units[second].BlankBefore == 0 || (!HeadingForm.IsHeadingLike(draft, draft.Units[first]) && !HeadingForm.IsHeadingLike(draft, draft.Units[second]));

    /// <summary>Whether the words are a year, a span of years or a date and nothing else, as they stand in the first column of a chronicle.</summary>
    public static bool IsDate(ReadOnlySpan<char> words) => words.Length is >= 4 and <= LongestStart && Date().IsMatch(words);

    private static bool IsEntry(TextDraft draft, int index)
    {
        var unit = draft.Units[index];
        var words = draft.Of(unit);
        return unit is { Kind: null or BlockKind.ListItem, Form: UnitForm.Prose } && BeginsWithDate(words);
    }

    /// <summary>Whether a line begins with a date and a sign or gap that parts it from what happened.</summary>
    public static bool BeginsWithDate(ReadOnlySpan<char> words) => words.Length > 6 && EntryStart().IsMatch(words[..Math.Min(words.Length, LongestStart)]);

    private const string Months = @"(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string Year = @"[12]\d{3}s?";
    private const string Parts = @"(early |mid-? ?|late |end of |c\. ?|ca\. ?|around |spring( of)? |summer( of)? |autumn( of)? |fall( of)? |winter( of)? |q[1-4] |fy ?|fiscal( year)? )?";
    private const string Western = Parts + @"((\d{1,2}(st|nd|rd|th)? ?([–-] ?\d{1,2} )?)?" + Months + @",? |" + Months + @" \d{1,2}([–-]\d{1,2})?,? )?" + Year + @"( ?[–/-] ?(\d{2,4}|present|today|now|" + Months + " " + Year + "))?";
    private const string Numbers = @"[12]\d{3}[-./]\d{1,2}([-./]\d{1,2})?|\d{1,2}[./]\d{1,2}[./][12]\d{3}";
    private const string Japanese = @"([12]\d{3}|(明治|大正|昭和|平成|令和)[ 　]?([\d０-９]{1,2}|元))[ 　]?(（[^）]{2,6}）)?年度?( ?[\d０-９]{1,2} ?月)?( ?[\d０-９]{1,2} ?日|上旬|中旬|下旬)?([～〜][^　:：]{1,12})?";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("^(" + Western + "|" + Numbers + "|" + Japanese + @")( ?\([^()]{1,20}\))?(\s+[–—|-]|\s*[:：]|　|  )\s*\S", Options)]
    private static partial Regex EntryStart();

    [GeneratedRegex("^(" + Western + "|" + Numbers + "|" + Japanese + ")[.:]?$", Options)]
    private static partial Regex Date();
}
