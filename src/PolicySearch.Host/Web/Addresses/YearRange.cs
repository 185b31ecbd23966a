using System.Globalization;

namespace PolicySearch.Host.Web.Addresses;

/// <summary>A year filter's value: <c>A</c>, <c>A..B</c>, <c>A..</c> or <c>..B</c>.</summary>
/// <param name="From">First year, or null for no lower end.</param>
/// <param name="To">Last year, or null for no upper end.</param>
public readonly record struct YearRange(int? From, int? To)
{
    private const string Dots = "..";

    /// <summary>How a filter spells it.</summary>
    public string Value => From is not null && From == To ? Spell(From) : Spell(From) + Dots + Spell(To);

    /// <summary>How a person reads it.</summary>
    public string Label => (From, To) switch
    {
        (null, null) => "any year",
        (null, _) => "until " + Spell(To),
        (_, null) => "from " + Spell(From),
        _ when From == To => Spell(From),
        _ => Spell(From) + "–" + Spell(To),
    };

    /// <summary>Reads a filter's value; false where it is none.</summary>
    public static bool TryParse(string value, out YearRange range)
    {
        ArgumentNullException.ThrowIfNull(value);
        range = default;
        var dots = value.IndexOf(Dots, StringComparison.Ordinal);
        var first = dots < 0 ? value : value[..dots];
        var last = dots < 0 ? value : value[(dots + Dots.Length)..];
        if (!TryYear(first, out var from) || !TryYear(last, out var to) || (from is null && to is null))
        {
            return false;
        }

        range = new YearRange(from, to);
        return true;
    }

    /// <summary>The filter's value for what was typed into a form, right or wrong; null where nothing was.</summary>
    public static string? FromForm(string? from, string? to)
    {
        var first = from?.Trim() ?? "";
        var last = to?.Trim() ?? "";
        return (first.Length, last.Length) switch
        {
            (0, 0) => null,
            _ when string.Equals(first, last, StringComparison.Ordinal) => first,
            _ => first + Dots + last,
        };
    }

    /// <summary>Whether the two share a year.</summary>
    public bool Overlaps(int from, int to) => (From is null || From <= to) && (To is null || from <= To);

    private static bool TryYear(string text, out int? year)
    {
        year = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var isYear = int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number);
        year = isYear ? number : null;
        return isYear;
    }

    private static string Spell(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
