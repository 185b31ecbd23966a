using System.Globalization;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Gathers what an extractor leaves out, so that it is never silent; equal things are counted, not repeated.</summary>
internal sealed class ExtractionNotes
{
    private readonly List<(string Singular, string Plural)> _order = [];
    private readonly Dictionary<(string, string), int> _counts = [];

    /// <summary>Notes one of a kind of thing.</summary>
    /// <param name="singular">What to say of a single one: <c>1 sheet is hidden and was not read</c>, without the number.</param>
    /// <param name="plural">What to say of several, behind their number.</param>
    /// <param name="count">How many; none is no note.</param>
    public void Count(string singular, string plural, int count = 1)
    {
        if (count == 0)
        {
            return;
        }

        if (_counts.TryAdd((singular, plural), 0))
        {
            _order.Add((singular, plural));
        }

        _counts[(singular, plural)] += count;
    }

    /// <summary>Notes a thing that is named.</summary>
    public void Add(string note) => Count(note, "");

    /// <summary>The notes, in the order in which each came first.</summary>
    public IReadOnlyList<string> ToList() =>
        [.. _order.Select(note => note.Plural.Length == 0 ? note.Singular : Said(note.Singular, note.Plural, _counts[note]))];

    private static string Said(string singular, string plural, int count) =>
        count == 1 ? "1 " + singular : count.ToString(CultureInfo.InvariantCulture) + " " + plural;
}
