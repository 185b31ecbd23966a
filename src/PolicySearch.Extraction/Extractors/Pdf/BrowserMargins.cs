using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Tells the lines that browsers print above and below a page: title, address, day and time, page and number of pages, one of them in each corner.</summary>
internal static partial class BrowserMargins
{
    /// <summary>Whether the first and the last line of a page are a browser's.</summary>
    /// <param name="top">The first line.</param>
    /// <param name="bottom">The last line.</param>
    /// <param name="page">The page's number, from 1.</param>
    /// <param name="pages">Number of pages.</param>
    public static bool Are(string top, string bottom, int page, int pages)
    {
        var number = Find(PageOf(), top, bottom);
        return number.Success && Number(number, "page") == page && Number(number, "pages") == pages
            && Find(Address(), top, bottom).Success && Find(Time(), top, bottom).Success;
    }

    private static Match Find(Regex corner, string top, string bottom) => corner.Match(bottom) is { Success: true } match ? match : corner.Match(top);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(^|\s)(?<page>[0-9]{1,5})(/| of | von | / )(?<pages>[0-9]{1,5})$|^(?<page>[0-9]{1,5})(/| of | von | / )(?<pages>[0-9]{1,5})(\s|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"(^|\s)(https?://|file://|about:|chrome-extension://)\S+($|\s)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"(^|\s)[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4},? [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s?[AaPp][Mm])?(\s|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
