using Microsoft.Extensions.Logging.Abstractions;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Sources, an index, and an ingestor that reads a passage a line, refuses what says "broken", and can change its version.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace()
    {
        Index = new FileSystemDirectory(Folder["index"]);
        Directory.CreateDirectory(Folder["docs"]);
    }

    public TemporaryFolder Folder { get; } = new();

    public IndexDirectory Index { get; }

    public string Docs => Folder["docs"];

    /// <summary>Another one means that everything is to be read again.</summary>
    public string Version { get; set; } = "1";

    /// <summary>Whether archives and messages are opened.</summary>
    public bool OpensArchives { get; init; }

    /// <summary>Documents that were read since the last run.</summary>
    public List<string> WasRead { get; } = [];

    public string Write(string name, string text) => Folder.Write("docs/" + name, text);

    public IngestionReport Ingest(params string[] paths) => Ingest(new IngestionRequest { Paths = paths.Length > 0 ? paths : [Docs] });

    public IngestionReport Ingest(IngestionRequest request)
    {
        WasRead.Clear();
        return new Ingestor(Index, _ => Reading(), TimeProvider.System, NullLogger<Ingestor>.Instance).Run(request);
    }

    public long Generation()
    {
        using var reader = IndexReader.Open(Index);
        return reader.Generation;
    }

    /// <summary>The passages that a query finds, as source and text, sorted.</summary>
    public List<string> Find(string query = "", params (string Filter, string Value)[] filters)
    {
        using var search = new PassageSearch(Index, new Taggers());
        var response = search.Search(new SearchRequest
        {
            Query = query,
            Limit = 1000,
            Filters = filters.ToDictionary(f => f.Filter, f => (IReadOnlyList<string>)[f.Value], StringComparer.Ordinal),
        });
        return [.. response.Hits.Select(hit => $"{hit.Document.Source}: {hit.Text}").Order(StringComparer.Ordinal)];
    }

    public static (int Added, int Updated, int Removed, int Unchanged, int Failed) Counts(IngestionReport report) =>
        (report.Added, report.Updated, report.Removed, report.Unchanged, report.Failed.Count);

    public void Dispose() => Folder.Dispose();

    private SourceReading Reading() => new(Version, (source, address, _) =>
    {
        var text = System.Text.Encoding.UTF8.GetString(source.Content.Span);
        lock (WasRead)
        {
            WasRead.Add(source.Name);
        }

        return text.Contains("broken", StringComparison.Ordinal) || text.StartsWith("PK", StringComparison.Ordinal)
            ? throw new ExtractionException("it is broken")
            : Some.Document(address, text);
    })
    {
        Open = source => OpensArchives ? new SourceExpander().Open(source) : null,
    };
}
