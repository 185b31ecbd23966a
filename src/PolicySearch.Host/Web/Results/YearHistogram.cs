using System.Globalization;
using PolicySearch.Host.Web.Addresses;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Web.Results;

/// <summary>A bar of the histogram.</summary>
/// <param name="Years">The years that it stands for.</param>
/// <param name="Count">Passages, summed over its years: exact for one year, at most this many for several.</param>
/// <param name="Height">Percent of the highest bar.</param>
/// <param name="FarOff">Whether it gathers the few years outside the scale of the others.</param>
/// <param name="Chosen">Whether the search's years overlap it.</param>
/// <param name="Address">The search with these years, or without any where they are what is chosen.</param>
public sealed record YearBar(YearRange Years, long Count, double Height, bool FarOff, bool Chosen, string Address)
{
    /// <summary>What the bar says: <c>2005: 12 passages</c>.</summary>
    public string Label =>
        Years.Label + ": " + (Years.From == Years.To || Count == 0 ? "" : "up to ") + Typography.Words.Count(Count, "passage");
}

/// <summary>The facet of years as bars. A few far-off years share one bar at the end, so that the years that matter keep their width.</summary>
/// <param name="Bars">From the earliest to the latest.</param>
/// <param name="From">Lower end of the chosen years, as the form's box shows it.</param>
/// <param name="To">Upper end of the chosen years.</param>
public sealed record YearHistogram(IReadOnlyList<YearBar> Bars, string From, string To)
{
    /// <summary>What stands under the first bar: <c>1990</c>, or <c>1868 … 1990</c> where it gathers far-off years.</summary>
    public string FirstLabel => Bars switch
    {
        [] => "",
        [{ FarOff: true } far, var next, ..] => Box(far.Years.From) + " … " + Box(next.Years.From),
        [var first, ..] => Box(first.Years.From),
    };

    /// <summary>What stands under the last bar.</summary>
    public string LastLabel => Bars switch
    {
        [] => "",
        [.., var next, { FarOff: true } far] => Box(next.Years.To) + " … " + Box(far.Years.To),
        [.., var last] => Box(last.Years.To),
    };

    private const string Year = "year";
    private const int MostBars = 36;
    private const double FarOffShare = 0.05;
    private static readonly int[] Widths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>The bars of a counted facet.</summary>
    /// <param name="values">The facet's values: years, ascending.</param>
    /// <param name="query">The search.</param>
    public static YearHistogram Of(IReadOnlyList<FacetValue> values, PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(query);
        var counts = new SortedDictionary<int, long>();
        foreach (var value in values)
        {
            if (int.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) && value.Count > 0)
            {
                counts[year] = counts.GetValueOrDefault(year) + value.Count;
            }
        }

        var chosen = query.Filters.Where(filter => filter.Name == Year).Select(Parse).OfType<YearRange>().ToList();
        var one = chosen.Count == 1 ? chosen[0] : default;
        return new YearHistogram(BarsOf(counts, chosen, query), Box(one.From), Box(one.To));
    }

    private static List<YearBar> BarsOf(SortedDictionary<int, long> counts, List<YearRange> chosen, PageQuery query)
    {
        if (counts.Count == 0)
        {
            return [];
        }

        var (first, last, width) = Window(counts);
        var bins = new List<(int From, int To)>();
        var min = counts.Keys.First();
        var max = counts.Keys.Last();
        if (min < first)
        {
            bins.Add((min, first - 1));
        }

        for (var from = first; from <= last; from += width)
        {
            bins.Add((from, Math.Min(from + width - 1, last)));
        }

        if (max > last)
        {
            bins.Add((last + 1, max));
        }

        var sums = bins.ConvertAll(bin => counts.Where(count => count.Key >= bin.From && count.Key <= bin.To).Sum(count => count.Value));
        var peak = Math.Max(1, sums.Max());
        return [.. bins.Zip(sums, (bin, sum) => Bar(new YearRange(bin.From, bin.To), sum, peak, bin.To < first || bin.From > last, chosen, query))];
    }

    /// <summary>The years that get bars of their own, and how many years a bar has: the narrowest bars with which all but the far-off years fit.</summary>
    private static (int First, int Last, int Width) Window(SortedDictionary<int, long> counts)
    {
        var years = counts.Keys.ToList();
        var farOff = counts.Values.Sum() * FarOffShare;
        foreach (var width in Widths)
        {
            var best = (First: 0, Last: 0, Outside: double.MaxValue);
            foreach (var year in years)
            {
                var first = year - Modulo(year, width);
                var end = first + (width * MostBars) - 1;
                var outside = counts.Where(count => count.Key < first || count.Key > end).Sum(count => count.Value);
                if (outside < best.Outside)
                {
                    best = (first, Math.Min(end, years.Last(candidate => candidate <= end)), outside);
                }
            }

            if (best.Outside <= farOff)
            {
                return (best.First, best.Last, width);
            }
        }

        return (years[0], years[^1], Math.Max(1, (years[^1] - years[0] + MostBars) / MostBars));
    }

    private static YearBar Bar(YearRange years, long count, long peak, bool farOff, List<YearRange> chosen, PageQuery query)
    {
        var isChosen = chosen.Exists(range => range.Overlaps(years.From ?? 0, years.To ?? 0));
        var isAll = chosen.Count == 1 && chosen[0] == years;
        var without = query.Without(Year);
        return new YearBar(years, count, 100.0 * count / peak, farOff, isChosen, (isAll ? without : without.With(Year, years.Value)).Address());
    }

    private static YearRange? Parse(PageFilter filter) => YearRange.TryParse(filter.Value, out var range) ? range : null;

    private static int Modulo(int year, int width) => ((year % width) + width) % width;

    private static string Box(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
