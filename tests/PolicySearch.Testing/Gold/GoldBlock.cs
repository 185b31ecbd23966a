using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Service;

namespace PolicySearch.Testing.Gold;

/// <summary>A block as a reader sees it.</summary>
/// <param name="Doc">The document's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
public sealed record GoldBlock(string Doc, BlockKind Kind, TextSpan Span)
{
    private static readonly Dictionary<string, BlockKind> Kinds = Enum.GetValues<BlockKind>().ToDictionary(Spelling.Of);

    /// <summary>Reads a line of a file of blocks.</summary>
    public static GoldBlock Read(string line)
    {
        var row = JsonSerializer.Deserialize<JsonElement>(line);
        return new GoldBlock(
            row.GetProperty("doc").GetString()!,
            Kinds[row.GetProperty("kind").GetString()!],
            new TextSpan(row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32()));
    }
}
