using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Knows the lines around a title: series and number above it, authors and dates below.</summary>
internal static partial class TitlePageLines
{
    private const int LongestAuthors = 160;

    private static readonly FrozenSet<string> DocumentSorts = new[]
    {
        "transcript", "press release", "news release", "media release", "working paper", "discussion paper", "policy brief", "policy paper", "draft", "fact sheet", "factsheet", "occasional paper", "background paper", "speech", "country profile", "country note", "profile", "explainer", "analysis", "feature", "commentary", "opinion", "issue brief", "issue paper", "case study", "research note", "technical note", "white paper", "green paper", "insight", "interview", "report", "blog", "blog post", "未定稿", "案", "資料", "速報", "仮訳",
    }.ToFrozenSet();

    /// <summary>Whether the line only says what sort of document this is: "Working paper", "未定稿".</summary>
    public static bool IsSort(ReadOnlySpan<char> words) => words.Length <= 40 && DocumentSorts.Contains(TextKeys.Of(words));

    /// <summary>Whether a line below the title tells of the document: right under the title, with a date, or a name above such a line.</summary>
    public static bool IsAboutDocument(TextDraft draft, int title, int index)
    {
        var unit = draft.Units[index];
        if (unit.Form != UnitForm.Prose)
        {
            return false;
        }

        var isSubtitle = index == title + 1 && unit is { BlankBefore: 0, BlankAfter: true };
        return isSubtitle || (index == title + 1 && unit.Span.Length <= 160 && Names().IsMatch(draft.Of(unit))) || TellsOfDocument(draft.Of(unit)) || StandsAboveSuch(draft, index)
            || StandsAboveAbstract(draft, index);
    }

    // Between a title and an abstract stand authors and where they work.
    private static bool StandsAboveAbstract(TextDraft draft, int index)
    {
        const int Most = 8;
        for (var i = index; i < index + Most && i + 1 < draft.Units.Count && draft.Units[i] is { Form: UnitForm.Prose, Span.Length: <= LongestAuthors }; i++)
        {
            if (IsAbstract(draft.Of(draft.Units[i])))
            {
                return false;
            }

            if (IsAbstract(draft.Of(draft.Units[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAbstract(ReadOnlySpan<char> words) =>
        (words.StartsWith("abstract", StringComparison.OrdinalIgnoreCase) && (words.Length == 8 || words[8] is '.' or ':' or ' ' or '\n' or '—' or '–'))
        || words is "要旨" or "抄録" or "要約";

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

    /// <summary>Whether the line is "Working Paper 17", "調査研究報告 No.2019-3" or the name of the series above such a line.</summary>
    public static bool IsSeries(TextDraft draft, int index)
    {
        var words = draft.Of(draft.Units[index]);
        return IsNumberedSeries(words)
            || (index + 1 < draft.Units.Count && draft.Units[index + 1] is { BlankBefore: 0, Form: UnitForm.Prose } next && IsNumberedSeries(draft.Of(next)));
    }

    private static bool IsNumberedSeries(ReadOnlySpan<char> words) => words.Length <= 80 && NumberedSeries().IsMatch(words);

    /// <summary>Whether the line is R-2021-097E, DSTI/STP(2019)5, ISSN 1234-5678: one word of capitals, figures and strokes, or a register's number.</summary>
    public static bool IsReportNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > 60)
        {
            return false;
        }

        if (line.StartsWith("ISBN", StringComparison.Ordinal) || line.StartsWith("ISSN", StringComparison.Ordinal) || RegisterNumber().IsMatch(line))
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

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(\S+ ){0,5}(papers?|reports?|briefs?|notes?|bulletin|series|sheet|報告|報告書|資料|ペーパー|レポート)\W{1,3}((no|nr|number|vol)\b\.?|第|№)?\s*\d[\d./-]{0,9}号?$", Options)]
    private static partial Regex NumberedSeries();

    // "Serial No. 117-12", "Document number 24/3"
    [GeneratedRegex(@"^(serial|report|document|doc\.?|paper|docket|file|case|ref\.?|reference|publication|order) (no\.?|nr\.?|number|#):? ?[\w/.()-]{1,24}$|^(資料|参考資料|別添|別紙)(番号|№|No\.?)? ?\d{0,2}([-－―‐]\d{1,2}){0,2}$", Options)]
    private static partial Regex RegisterNumber();

    // "Jane Roe, John Q. Doe and Ann Example"
    [GeneratedRegex(@"^" + Name + @"((, | and |, and | & )" + Name + ")+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();

    private const string Name = @"\p{Lu}[\p{L}'’-]+( \p{Lu}\.)*( (van|von|de|der|den|la|le|da|di))*( \p{Lu}[\p{L}'’-]+){1,2}";

    [GeneratedRegex(@"\b\d{1,2}\.? (jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?,? \d{4}\b|\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.? \d{1,2},? \d{4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b\d{4}-\d\d-\d\d\b|[\d０-９元]{1,4} ?年 ?[\d０-９]{1,2} ?月 ?[\d０-９]{1,2} ?日", Options)]
    private static partial Regex FullDate();
}
