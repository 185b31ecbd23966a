using System.Globalization;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Service.Search;

/// <summary>Reads years and dates, and ranges of them: <c>A</c>, <c>A..B</c>, <c>A..</c>, <c>..B</c>, both ends inclusive.</summary>
public static class DateRange
{
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    /// <summary>Reads a range of years.</summary>
    /// <param name="parameter">Name of the option, for the error.</param>
    /// <param name="value">One year or a range.</param>
    /// <exception cref="SearchRequestException">It is none, or its end is before its start.</exception>
    public static Interval ParseYears(string parameter, string value) => Parse(
        parameter, value, TryParseYear, "a year such as 2001, or a range 2001..2005, 2001.. or ..2005");

    /// <summary>Reads a range of days as yyyymmdd; a year or month stands for all its days.</summary>
    /// <inheritdoc cref="ParseYears" path="/param"/>
    /// <exception cref="SearchRequestException">It is none, or its end is before its start.</exception>
    public static Interval ParseDates(string parameter, string value) => Parse(
        parameter, value, TryParseDate, "a date YYYY, YYYY-MM or YYYY-MM-DD, or a range 2015-04..2016, 2015.. or ..2016");

    /// <summary>Reads <c>YYYY[-MM[-DD]]</c> as its first and last day, yyyymmdd.</summary>
    public static bool TryParseDate(string text, out Interval days)
    {
        ArgumentNullException.ThrowIfNull(text);
        days = default;
        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2) ||
            !TryParseYear(parts[0], out var year))
        {
            return false;
        }

        var (firstMonth, lastMonth, firstDay, lastDay) = (1L, 12L, 1L, 31L);
        if (parts.Length > 1)
        {
            if (!TryParseNumber(parts[1], 1, 12, out firstMonth))
            {
                return false;
            }

            lastMonth = firstMonth;
            lastDay = DateTime.DaysInMonth((int)year.From, (int)firstMonth);
        }

        if (parts.Length > 2)
        {
            if (!TryParseNumber(parts[2], 1, lastDay, out firstDay))
            {
                return false;
            }

            lastDay = firstDay;
        }

        days = new Interval(Day(year.From, firstMonth, firstDay), Day(year.From, lastMonth, lastDay));
        return true;
    }

    private delegate bool TryParseOne(string text, out Interval interval);

    private static Interval Parse(string parameter, string value, TryParseOne tryParse, string expected)
    {
        ArgumentNullException.ThrowIfNull(value);
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? value : value[..dots];
        var to = dots < 0 ? value : value[(dots + 2)..];
        if ((from.Trim().Length == 0 && to.Trim().Length == 0) ||
            !TryParseEnd(from, tryParse, out var first) || !TryParseEnd(to, tryParse, out var last))
        {
            throw new SearchRequestException(parameter, $"'{value}' is not {expected}");
        }

        if (first.From > last.To)
        {
            throw new SearchRequestException(
                parameter, $"'{value}' ends before it starts; write the earlier one first: {to.Trim()}..{from.Trim()}");
        }

        return new Interval(first.From, last.To);
    }

    private static bool TryParseEnd(string text, TryParseOne tryParse, out Interval interval)
    {
        interval = new Interval(long.MinValue, long.MaxValue);
        return text.Trim().Length == 0 || tryParse(text.Trim(), out interval);
    }

    private static bool TryParseYear(string text, out Interval year)
    {
        var read = TryParseNumber(text, FirstYear, LastYear, out var number);
        year = new Interval(number, number);
        return read;
    }

    private static bool TryParseNumber(string text, long least, long most, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static long Day(long year, long month, long day) => (year * 10_000) + (month * 100) + day;
}
