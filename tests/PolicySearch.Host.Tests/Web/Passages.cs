using PolicySearch.Host.Web.Typography;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Tests.Web;

/// <summary>Passages made for a test.</summary>
internal static class Passages
{
    public static DocumentSummary Document { get; } = new("doc", "A title", "seeds/a.txt", "2022-06", "en");

    /// <summary>A passage that has the whole text of its document.</summary>
    public static SearchHit Hit(string text, IReadOnlyList<string> heading, params (string Kind, int Start, int End)[] blocks) => new()
    {
        Id = "pas",
        Document = Document,
        Heading = heading,
        Kind = "text",
        Start = 0,
        End = text.Length,
        Score = 1,
        Text = text,
        Blocks = [.. blocks.Select(block => new HitBlock(block.Kind, block.Start, block.End))],
        Highlights = [],
        Tags = [],
    };

    /// <summary>Pieces as text, marks between stars.</summary>
    public static string Show(IReadOnlyList<TextPiece> pieces) =>
        string.Concat(pieces.Select(piece => piece.Marked ? $"*{piece.Text}*" : piece.Text));
}
