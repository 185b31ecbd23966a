using System.Globalization;

namespace PolicySearch.Host.Web.Typography;

/// <summary>The page's words for names that filters, kinds and numbers have in the service.</summary>
public static class Words
{
    /// <summary>Heading of a facet, such as <c>Ministries</c>.</summary>
    public static string FacetTitle(string name) => name switch
    {
        "year" => "Years mentioned",
        "ministry" => "Ministries",
        "agency" => "Agencies",
        "programme" => "Programmes",
        "document" => "Documents",
        "organisation" => "Organisations",
        "person" => "People",
        "place" => "Places",
        "kind" => "Kinds of passage",
        "language" => "Languages",
        "published" => "Published",
        _ => name,
    };

    /// <summary>One value's kind, such as <c>Ministry</c>.</summary>
    public static string FilterTitle(string name) => name switch
    {
        "year" => "Years",
        "" or null => "",
        _ => char.ToUpperInvariant(name[0]) + name[1..],
    };

    /// <summary>What a reader calls a passage of this kind; null for running text, which needs no word.</summary>
    public static string? Kind(string kind) => kind switch
    {
        "text" => null,
        "list" => "List",
        "table" => "Table",
        "footnote" => "Footnote",
        "reference" => "Reference",
        "caption" => "Caption",
        _ => kind,
    };

    /// <summary>A number with its noun: <c>1 passage</c>, <c>12,480 passages</c>.</summary>
    public static string Count(long number, string noun) => Number(number) + " " + noun + (number == 1 ? "" : "s");

    /// <summary>A number with commas between the thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A time that a person waits.</summary>
    public static string Milliseconds(double milliseconds) =>
        milliseconds < 1 ? "under 1 ms" : milliseconds.ToString("N0", CultureInfo.InvariantCulture) + " ms";
}
