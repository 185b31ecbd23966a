using PolicySearch.Extraction.Extractors;
using PolicySearch.Service;
using PolicySearch.Text;

namespace PolicySearch.Testing.Gold;

/// <summary>Documents with what a reader finds in them, below <c>tests/gold</c>; its README describes the files.</summary>
public sealed class GoldSet
{
    private readonly string _documents;

    private GoldSet(string name, string? documents = null)
    {
        Name = name;
        Folder = Path.Combine(Root, name);
        _documents = documents ?? Path.Combine(Folder, "documents");
    }

    /// <summary>The starter documents.</summary>
    public static GoldSet Seeds { get; } = new("seeds", Path.Combine(SharedData.Repository, "seeds"));

    /// <summary>Documents that rules may be written against.</summary>
    public static GoldSet Development { get; } = new("development");

    /// <summary>Documents that were held out until they were scored; rules may be written against them since.</summary>
    public static GoldSet Opened { get; } = new("opened");

    /// <summary>Documents that nobody reads while rules are written: scored, never shown.</summary>
    public static GoldSet HeldOut { get; } = new("held-out");

    /// <summary>All sets.</summary>
    public static IReadOnlyList<GoldSet> All { get; } = [Seeds, Development, Opened, HeldOut];

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>Where its gold is.</summary>
    public string Folder { get; }

    /// <summary>Whether it has mentions to score against.</summary>
    public bool HasMentions => Directory.Exists(Path.Combine(Folder, "gold"));

    /// <summary>Whether it has blocks to score against.</summary>
    public bool HasBlocks => Directory.Exists(Path.Combine(Folder, "blocks"));

    private static string Root => Path.Combine(SharedData.Repository, "tests", "gold");

    /// <summary>All documents, by name.</summary>
    public IEnumerable<SourceFile> Sources() =>
        Directory.GetFiles(_documents).Order(StringComparer.Ordinal).Where(path => Path.GetExtension(path) != ".jsonl")
            .Select(path => new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)));

    /// <summary>A line for a mention of the set with what stands around it, and its name as it was given.</summary>
    public string Show(GoldMention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        const int Around = 50;
        var text = File.ReadAllText(Path.Combine(_documents, mention.Doc));
        var (start, end) = mention.Span;
        var shown = $"{text[Math.Max(0, start - Around)..start]}[{text[start..end]}]{text[end..Math.Min(text.Length, end + Around)]}";
        return $"{mention.Doc} {start}-{end} {Spelling.Of(mention.Type)} {mention.Id}\n      {Whitespace.Collapse(shown)}";
    }

    /// <summary>Other accepted names of an id: those of all sets, and the set's own.</summary>
    public GoldNames Names() => GoldNames.Read(new[] { Path.Combine(Root, "aliases.json"), Path.Combine(Folder, "aliases.json") }.Where(File.Exists));

    /// <summary>All gold mentions.</summary>
    public IReadOnlyList<GoldMention> Mentions(GoldNames names) =>
        [.. Rows("gold").Select(row => GoldMention.Read(row, names))];

    /// <summary>The gold blocks of each document, by its name.</summary>
    public ILookup<string, GoldBlock> Blocks() => Rows("blocks").Select(GoldBlock.Read).ToLookup(block => block.Doc);

    private IEnumerable<string> Rows(string kind) =>
        Directory.GetFiles(Path.Combine(Folder, kind), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => line.Length > 0);
}
