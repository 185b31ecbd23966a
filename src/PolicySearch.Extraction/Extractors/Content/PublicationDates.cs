using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Reads the date of publication out of a line that holds a date and hardly anything else.</summary>
internal static partial class PublicationDates
{
    private const int LongestLine = 120;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date as YYYY-MM or YYYY-MM-DD; null where <paramref name="line"/> is no date line.</summary>
    public static string? Find(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > LongestLine || line.IndexOfAnyInRange('0', '9') < 0 && line.IndexOfAnyInRange('０', '９') < 0)
        {
            return null;
        }

        var text = Narrow(line);
        return FromMonthFirst(text) ?? FromDayFirst(text) ?? FromNumbers(text) ?? FromDotted(text) ?? FromJapanese(text) ?? FromEra(text);
    }

    /// <summary>The date of the first of a few lines that is a date line; null where none is.</summary>
    public static string? FindInLines(ReadOnlySpan<char> lines)
    {
        const int Longest = 400;
        if (lines.Length > Longest)
        {
            return null;
        }

        foreach (var line in lines.EnumerateLines())
        {
            if (Find(line.Trim()) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>The date at the start of an ISO 8601 text such as a page's metadata have it; null where there is none.</summary>
    public static string? FromIso(string? value)
    {
        var match = Iso().Match(value ?? string.Empty);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, match.Groups["m"].ValueSpan, match.Groups["d"].ValueSpan) : null;
    }

    private static string? FromMonthFirst(string text)
    {
        var match = MonthFirst().Match(text);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, MonthNumber(match.Groups["m"].ValueSpan), match.Groups["d"].ValueSpan) : null;
    }

    private static string? FromDayFirst(string text)
    {
        var match = DayFirst().Match(text);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, MonthNumber(match.Groups["m"].ValueSpan), match.Groups["d"].ValueSpan) : null;
    }

    private static string? FromNumbers(string text)
    {
        var match = Numbers().Match(text);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, match.Groups["m"].ValueSpan, match.Groups["d"].ValueSpan) : null;
    }

    // Only with dots is it sure that the day comes first.
    private static string? FromDotted(string text)
    {
        var match = Dotted().Match(text);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, match.Groups["m"].ValueSpan, match.Groups["d"].ValueSpan) : null;
    }

    private static string? FromJapanese(string text)
    {
        var match = Japanese().Match(text);
        return match.Success ? Compose(match.Groups["y"].ValueSpan, match.Groups["m"].ValueSpan, match.Groups["d"].ValueSpan) : null;
    }

    private static string? FromEra(string text)
    {
        var match = Era().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var first = match.Groups["e"].Value switch { "令和" => 2019, "平成" => 1989, _ => 1926 };
        var number = match.Groups["y"].ValueSpan is "元" ? 1 : int.Parse(match.Groups["y"].ValueSpan);
        return Compose((first + number - 1).ToString(CultureInfo.InvariantCulture), match.Groups["m"].ValueSpan, match.Groups["d"].ValueSpan);
    }

    private static string? Compose(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        var y = int.Parse(year);
        var m = month.IsEmpty ? 1 : int.Parse(month);
        var d = day.IsEmpty ? 1 : int.Parse(day);
        if (y is < 1800 or > 2199 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return null;
        }

        return month.IsEmpty ? $"{y:0000}" : day.IsEmpty ? $"{y:0000}-{m:00}" : $"{y:0000}-{m:00}-{d:00}";
    }

    private static string MonthNumber(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (name.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
            {
                return (i + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return string.Empty;
    }

    private static string Narrow(ReadOnlySpan<char> line) =>
        string.Create(line.Length, line, static (chars, from) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = from[i] is >= '０' and <= '９' ? (char)(from[i] - '０' + '0') : from[i] is '\u3000' or '\u00A0' ? ' ' : from[i];
            }
        });

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Paper = @"((working|discussion|research|policy|position|white|briefing|technical|staff|occasional) (paper|report|note|brief)( no\.? ?[\w/-]{1,10})?,? )?";
    private const string Before = @"^\W*" + Paper + @"((first )?(published|posted|released|issued|updated|last (updated|modified|reviewed)|date( of publication)?|publication date|release date|press release|created)( online| on)?\W{0,3}\s*)?((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?";
    private const string After = @"(\s*[,(]?\s*\d{1,2}:\d\d.{0,20}|,? by .{0,60}|\s*[|·•].{0,70})?\W*$";
    private const string MonthNames = @"(?<m>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";
    private const string BeforeJapanese = @"^\W*((公開|発行|掲載|更新|最終更新|作成|公表|発表)(日|年月日|日時)?\W{0,2}\s*)?";

    [GeneratedRegex(Before + MonthNames + @"( (?<d>\d{1,2})(st|nd|rd|th)?,?)? (?<y>\d{4})" + After, Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(Before + @"(?<d>\d{1,2})(st|nd|rd|th)?( of)? " + MonthNames + @",? (?<y>\d{4})" + After, Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^\W*([\p{L} ]{1,24}\W{1,3}\s*)?(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})([T ].{0,30})?\W*$", Options)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\W*([\p{L} ]{1,24}\W{1,3}\s*)?(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})([,|]? .{0,20}| [-–—|] .{0,90})?\W*$", Options)]
    private static partial Regex Dotted();

    [GeneratedRegex(BeforeJapanese + @"(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月( ?(?<d>\d{1,2}) ?日)?\s*([(（].[)）])?\s*(公開|発行|掲載|更新|公表|発表|付)?\W*$", Options)]
    private static partial Regex Japanese();

    [GeneratedRegex(BeforeJapanese + @"(?<e>令和|平成|昭和) ?(?<y>\d{1,2}|元) ?年 ?(?<m>\d{1,2}) ?月( ?(?<d>\d{1,2}) ?日)?\s*([(（].[)）])?\s*(公開|発行|掲載|更新|公表|発表|付)?\W*$", Options)]
    private static partial Regex Era();

    [GeneratedRegex(@"^\s*(?<y>\d{4})(-(?<m>\d{2})(-(?<d>\d{2}))?)?([T\sZ+-].{0,40})?$", Options)]
    private static partial Regex Iso();
}
