using System.Text.Json;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads lines of JSON with a text each (<c>text</c>, and <c>title</c> and <c>date</c> where given): each line is a part under its title.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class JsonLinesExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private const int LongLine = 4000;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.JsonLines;

    /// <summary>Whether a text begins with a line of JSON that has a text.</summary>
    internal static bool IsFirstLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        if (end < 0 && line.Length > LongLine)
        {
            // Longer than what is looked at.
            return line.StartsWith("{\"") && line.Contains("\"text\"", StringComparison.Ordinal);
        }

        try
        {
            using var json = JsonDocument.Parse(line.Trim().ToString());
            return json.RootElement.ValueKind == JsonValueKind.Object && Value(json.RootElement, "text") is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var text = TextEncodings.Decode(source.Content.Span);
        TextContent.Check(text, source.Name);
        var builder = new BlockTextBuilder();
        var dates = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (!line.IsWhiteSpace())
            {
                Read(line.ToString(), builder, dates, $"{source.Name}, line {number}");
            }
        }

        return BuiltDocument.Create(builder, "application/jsonl", new FileProperties(Published: dates.Count == 1 ? dates.First() : null), source.Name);
    }

    private static void Read(string line, BlockTextBuilder builder, HashSet<string> dates, string where)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var title = Value(json.RootElement, "title");
            builder.Add(title ?? "", preformatted: false);
            if (builder.End(BlockKind.Heading) is { } block)
            {
                builder.Replace(block with { Level = 1 });
            }

            var text = Value(json.RootElement, "text");
            builder.Notes.Count("line has no text", "lines have no text", string.IsNullOrWhiteSpace(text) ? 1 : 0);
            foreach (var paragraph in (text ?? "").ReplaceLineEndings("\n").Split("\n\n"))
            {
                builder.Add(paragraph, preformatted: true);
                builder.End(BlockKind.Paragraph);
            }

            if (Value(json.RootElement, "date") is { } date)
            {
                dates.Add(date);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ExtractionException($"{where} is no JSON: {e.Message}", e);
        }
    }

    private static string? Value(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
