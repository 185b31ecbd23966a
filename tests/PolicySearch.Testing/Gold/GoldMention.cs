using System.Globalization;
using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Testing.Gold;

/// <summary>A mention as it is scored: equal ones count once.</summary>
/// <param name="Doc">The document's name.</param>
/// <param name="Type">The mention's type.</param>
/// <param name="Key">What all accepted names of the thing share; for a year <c>from-to</c>.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsMenu">Whether it counts neither as found nor as missed.</param>
public sealed record GoldMention(string Doc, MentionType Type, string Key, TextSpan Span, bool IsMenu = false)
{
    private readonly string? _id;

    /// <summary>The id as it was given; takes no part in comparisons.</summary>
    public string Id { get => _id ?? Key; init => _id = value; }

    /// <inheritdoc/>
    public bool Equals(GoldMention? other) => other is not null && (Doc, Type, Key, Span, IsMenu) == (other.Doc, other.Type, other.Key, other.Span, other.IsMenu);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Doc, Type, Key, Span);

    /// <summary>Reads a line of a gold file.</summary>
    public static GoldMention Read(string line, GoldNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var row = JsonSerializer.Deserialize<JsonElement>(line);
        var type = Enum.Parse<MentionType>(row.GetProperty("type").GetString()!, ignoreCase: true);
        var id = row.GetProperty("id").GetString()!;
        var key = type == MentionType.Year ? YearKey(row.GetProperty("from").GetInt32(), row.GetProperty("to").GetInt32()) : names.Key(id);
        var span = new TextSpan(row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32());
        return new GoldMention(row.GetProperty("doc").GetString()!, type, key, span, row.TryGetProperty("zone", out var zone) && zone.GetString() == "menu") { Id = id };
    }

    /// <summary>A mention that the tagger found.</summary>
    public static GoldMention Of(string doc, Mention mention, GoldNames names)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(names);
        return new GoldMention(doc, mention.Type, mention.Years is { } years ? YearKey(years.From, years.To) : names.Key(mention.Id), mention.Span) { Id = mention.Id };
    }

    /// <summary>Code units that both cover.</summary>
    public int Overlap(GoldMention other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Math.Min(Span.End, other.Span.End) - Math.Max(Span.Start, other.Span.Start);
    }

    /// <summary>Whether both are the same thing at the same place: they overlap by at least half of the longer span.</summary>
    public bool Agrees(GoldMention other) =>
        other is not null && (Doc, Type, Key) == (other.Doc, other.Type, other.Key) && 2 * Overlap(other) >= Math.Max(Span.Length, other.Span.Length);

    private static string YearKey(int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
}
