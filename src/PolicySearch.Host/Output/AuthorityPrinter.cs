using System.Globalization;
using PolicySearch.Extraction.Authority;

namespace PolicySearch.Host.Output;

/// <summary>Prints entries and faults of authority files for people.</summary>
internal static class AuthorityPrinter
{
    /// <summary>A line an entry.</summary>
    public static void List(TextWriter output, IReadOnlyList<AuthorityEntry> entries)
    {
        foreach (var entry in entries)
        {
            output.WriteLine($"{TypeOf(entry),-12} {entry.Country ?? "-",-2}  {entry.Id}{(entry.Names.Count > 0 ? ": " + string.Join("; ", entry.Names) : "")}");
        }

        output.WriteLine(entries.Count == 1 ? "1 entry" : $"{entries.Count} entries");
    }

    /// <summary>All that is known of entries.</summary>
    public static void Show(TextWriter output, IReadOnlyList<AuthorityEntry> entries, AuthorityLineage lineage)
    {
        foreach (var entry in entries)
        {
            output.WriteLine($"{entry.Id} ({TypeOf(entry)}{(entry.Country is null ? "" : ", " + entry.Country)}{(YearsOf(entry) is { } years ? ", " + years : "")})");
            Line(output, "names", entry.Names);
            Line(output, "short forms", entry.Short);
            Line(output, "belongs to", entry.Parent is null ? [] : [entry.Parent]);
            Line(output, "run by", entry.Owners);
            Line(output, "came from", lineage.PredecessorsOf(entry).Select(WithYears));
            Line(output, "became", lineage.SuccessorsOf(entry).Select(WithYears));
            Line(output, "source", entry.Source is null ? [] : [entry.Source]);
            Line(output, "stands in", [entry.Origin.ToString()]);
        }
    }

    /// <summary>A line a fault.</summary>
    public static void Faults(TextWriter output, IReadOnlyList<AuthorityFault> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine(fault.ToString());
        }

        output.WriteLine(faults.Count switch { 0 => "sound", 1 => "1 fault", _ => $"{faults.Count} faults" });
    }

    private static void Line(TextWriter output, string label, IEnumerable<string> values)
    {
        var text = string.Join("; ", values);
        if (text.Length > 0)
        {
            output.WriteLine($"  {label,-12} {text}");
        }
    }

    private static string WithYears(AuthorityEntry entry) => YearsOf(entry) is { } years ? $"{entry.Id} ({years})" : entry.Id;

    private static string? YearsOf(AuthorityEntry entry) => (entry.From, entry.To) switch
    {
        (null, null) => null,
        var (from, to) => $"{from?.ToString(CultureInfo.InvariantCulture) ?? "?"}–{to?.ToString(CultureInfo.InvariantCulture)}",
    };

    private static string TypeOf(AuthorityEntry entry) => entry.Type.ToString()!.ToLowerInvariant();
}
