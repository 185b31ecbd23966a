using PolicySearch.Engine.Analysis.English;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>The fields that every peer indexes. A passage's id is its record's key: found by it, and given back.</summary>
internal static class PeerFields
{
    public const string Text = "text";
    public const string Org = "org";
    public const string Year = "year";

    public static EnglishAnalyzer Analyzer { get; } = new();

    public static IndexSchema Schema { get; } = new(
        FieldDefinition.Text(Text, Analyzer),
        FieldDefinition.Keyword(Org),
        FieldDefinition.Number(Year));
}
