using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Service.Duplicates;
using PolicySearch.Service.Search;
using PolicySearch.Testing;
using PolicySearch.Text;
using Xunit.Abstractions;

namespace PolicySearch.Service.Tests.Duplicates;

/// <summary>How many copies are found, and how many of those found are none, on real documents with made copies; the figures stand in <c>docs/quality.md</c>.</summary>
public sealed class CopyScoreTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Copies_are_found_and_filled_in_forms_are_none()
    {
        var sources = new CopyCorpus(Seed).Sources(LongRun.Rounds(3, 1)).ToList();
        var documents = Index(sources);
        var bases = sources.ToDictionary(source => "root/" + source.Path, source => source, StringComparer.Ordinal);
        using var search = PassageSearch.Open(_folder["index"]);
        var found = documents
            .SelectMany(document => document.Passages.Where(passage => HasSignature(document, passage)).Select(passage => (document, passage)))
            .ToDictionary(p => p.passage.Id, p => (p.document, p.passage, copies: search.FindPassage(p.passage.Id)!.Duplicates!));

        var (given, wrong) = (0, new List<string>());
        foreach (var (id, (document, passage, copies)) in found)
        {
            foreach (var copy in copies)
            {
                var isEqual = found.TryGetValue(copy.Id, out var other) && TextOf(other.document, other.passage) == TextOf(document, passage);
                var isSame = bases[copy.Document.Source].Base == bases[document.Address].Base && copy.Document.Source != document.Address;
                given++;
                if (!isEqual && !isSame)
                {
                    wrong.Add($"{document.Address} {id}: {copy.Document.Source} {copy.Id}");
                }
            }
        }

        output.WriteLine($"{documents.Count} documents, {found.Count} passages, {given} copies given, {wrong.Count} of them none (seed {Seed})");
        wrong.Take(20).ToList().ForEach(output.WriteLine);
        var recalls = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var kind in new[] { CopyCorpus.SameBytes, CopyCorpus.OtherEncoding, CopyCorpus.AsPage, CopyCorpus.Edited, CopyCorpus.Cut })
        {
            var copied = found.Values.Where(p => bases[p.document.Address].Kind == kind).ToList();
            var hasOriginal = copied.Count(p => p.copies.Any(copy => bases[copy.Document.Source] is { Kind: CopyCorpus.Original } original && original.Base == bases[p.document.Address].Base));
            recalls[kind] = (double)hasOriginal / copied.Count;
            output.WriteLine($"{kind}: {hasOriginal} of {copied.Count} passages, {recalls[kind]:0.000}");
        }

        Assert.InRange((double)wrong.Count / given, 0, 0.01);
        Assert.Equal(1, recalls[CopyCorpus.SameBytes]);
        Assert.InRange(recalls[CopyCorpus.OtherEncoding], 0.99, 1);
        Assert.InRange(recalls[CopyCorpus.Edited], 0.8, 1);
        Assert.InRange(recalls[CopyCorpus.AsPage], 0.8, 1);
        Assert.InRange(recalls[CopyCorpus.Cut], 0.8, 1);
    }

    public void Dispose() => _folder.Dispose();

    private List<ExtractedDocument> Index(IReadOnlyList<CopySource> sources)
    {
        var reader = DocumentReader.CreateDefault();
        using var writer = IndexWriter.Open(new FileSystemDirectory(_folder["index"]), PassageSchema.Schema, new IndexWriterOptions());
        var documents = sources.AsParallel().AsOrdered().Select(source => reader.Read(new SourceFile(source.Path, source.Content), "root/" + source.Path)).ToList();
        foreach (var document in documents)
        {
            writer.Replace(PassageMapper.ToBlock(document, new CatalogueEntry
            {
                Root = "root",
                Path = document.Address["root/".Length..],
                Hash = "",
                Size = 1,
                Modified = null,
                Fingerprint = "",
            }));
        }

        writer.Commit(new Dictionary<string, string>());
        return documents;
    }

    private static bool HasSignature(ExtractedDocument document, TaggedPassage passage) =>
        PassageSignature.Of(TextUnits.Of(document.Document.Text, 0, passage.Passage.Blocks)) is not null;

    private static string TextOf(ExtractedDocument document, TaggedPassage passage) =>
        Whitespace.Collapse(string.Join(' ', passage.Passage.Blocks.Select(block => block.Span.Of(document.Document.Text).ToString())));
}
