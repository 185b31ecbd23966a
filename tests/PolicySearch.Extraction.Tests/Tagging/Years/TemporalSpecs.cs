using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

/// <summary>An expression that a specification marks in its input.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Years">First and last year meant; null where the expression is left out.</param>
internal sealed record TemporalExpression(int Start, int End, (int From, int To)? Years);

/// <summary>One input of the specifications.</summary>
internal sealed record TemporalCase(string Input, IReadOnlyList<TemporalExpression> Expressions);

/// <summary>Reads the date specifications and selects the expressions of absolute years.</summary>
/// <remarks>
/// An expression is selected when all its resolutions agree on one start and end, without a placeholder (X) for what the reference date would give,
/// and when its text writes the years: both in four digits, or a decade's or era's name. Its years are those of its start and end, where an end is
/// the first day after the span unless its own year is written ("2014-2018": guidelines say 2018, the specifications 1 January 2018, exclusive).
/// An open span ("before 2018", "2010年以降") is the one year written in it, as "since 2001" is 2001.
/// </remarks>
internal static partial class TemporalSpecs
{
    private static readonly string[] Files = ["DatePeriodParser.json", "DateParser.json", "MergedParser.json", "DateTimeModel*.json"];

    /// <summary>The inputs of all files with resolutions, each once.</summary>
    public static IReadOnlyList<TemporalCase> Read()
    {
        var cases = new Dictionary<string, TemporalCase>(StringComparer.Ordinal);
        foreach (var folder in new[] { "English", "EnglishOthers", "Japanese" })
        {
            var path = Path.Combine(SharedData.Find("temporal"), "Specs", "DateTime", folder);
            foreach (var file in Files.SelectMany(pattern => Directory.GetFiles(path, pattern)).Order(StringComparer.Ordinal))
            {
                using var specs = JsonDocument.Parse(File.ReadAllText(file));
                foreach (var spec in specs.RootElement.EnumerateArray())
                {
                    var input = spec.GetProperty("Input").GetString()!;
                    cases.TryAdd(input, new TemporalCase(input, [.. spec.GetProperty("Results").EnumerateArray().Select(result => Expression(input, result)).OfType<TemporalExpression>()]));
                }
            }
        }

        return [.. cases.Values];
    }

    private static TemporalExpression? Expression(string input, JsonElement result)
    {
        if (!result.TryGetProperty("Start", out var at))
        {
            return null;
        }

        var start = at.GetInt32();
        var end = result.TryGetProperty("End", out var last) ? last.GetInt32() + 1 : start + result.GetProperty("Length").GetInt32();
        var values = Resolutions(result).Distinct().ToList();
        return new TemporalExpression(start, end, values is [var only] ? Years(HalfWidth(input[start..end]), only) : null);
    }

    // Composition tables are missing where the tests run without ICU.
    private static string HalfWidth(string text) => string.Concat(text.Select(unit => unit is >= '０' and <= '９' ? (char)(unit - '０' + '0') : unit));

    private static IEnumerable<(string? Timex, string? Start, string? End)> Resolutions(JsonElement result)
    {
        if (result.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out var values))
        {
            foreach (var value in values.EnumerateArray())
            {
                yield return (Text(value, "timex"), Text(value, "start") ?? Text(value, "value"), Text(value, "end"));
            }
        }
        else if (result.TryGetProperty("Value", out var parsed) && parsed.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in new[] { "FutureResolution", "PastResolution" })
            {
                if (parsed.TryGetProperty(name, out var dates) && dates.ValueKind == JsonValueKind.Object)
                {
                    yield return (Text(parsed, "Timex"), Text(dates, "startDate") ?? Text(dates, "date"), Text(dates, "endDate"));
                }
            }
        }
    }

    private static (int From, int To)? Years(string text, (string? Timex, string? Start, string? End) value)
    {
        var written = FourDigits().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToHashSet();
        if (value.Timex is null || value.Timex.Contains('X', StringComparison.Ordinal))
        {
            return null;
        }

        if (Day(value.Start) is not { } start)
        {
            return Day(value.End) is not null && written.Count == 1 ? (written.Single(), written.Single()) : null;
        }

        if (value.End is null && written.Count == 1 && !written.Contains(start.Year))
        {
            // "after 2018" starts in 2019.
            return (written.Single(), written.Single());
        }

        var end = Day(value.End) ?? start;
        var to = written.Contains(end.Year) || end == start ? end.Year : end.AddDays(-1).Year;
        return (written.Contains(start.Year) && written.Contains(to)) || Named().IsMatch(text) ? (start.Year, to) : null;
    }

    private static DateOnly? Day(string? value) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1 ? day : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"(?<!\d)\d{4}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<!\d)\d0'?\s?s\b|ties\b|年代|平成|令和|昭和|大正|明治", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
