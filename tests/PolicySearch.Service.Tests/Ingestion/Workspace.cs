using Microsoft.Extensions.Logging.Abstractions;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using PolicySearch.Service.Verification;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Sources, an index, and an ingestor that reads a passage a line, refuses what says "broken", notes what says "noted", and can change its version.</summary>
internal sealed class Workspace : IDisposable
{
    private Ingestor? _ingestor;

    public Workspace()
    {
        Index = new FileSystemDirectory(Folder["index"]);
        Directory.CreateDirectory(Folder["docs"]);
    }

    public TemporaryFolder Folder { get; } = new();

    public IndexDirectory Index { get; set; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IngestionOptions Options { get; init; } = new();

    /// <summary>Where sources are opened; null for the folder.</summary>
    public ISourceStore? Store { get; init; }

    /// <summary>Called whenever a document is read.</summary>
    public Action<string>? OnRead { get; set; }

    /// <summary>What a reader of versions by extractor says; the default is <see cref="Version"/> alone.</summary>
    public Func<string?, string>? FingerprintOf { get; set; }

    public string Docs => Folder["docs"];

    /// <summary>Another one means that everything is to be read again.</summary>
    public string Version { get; set; } = "1";

    /// <summary>Whether archives and messages are opened.</summary>
    public bool OpensArchives { get; init; }

    /// <summary>Documents that were read since the last run.</summary>
    public List<string> WasRead { get; } = [];

    public string Write(string name, string text) => Folder.Write("docs/" + name, text);

    public IngestionReport Ingest(params string[] paths) => Ingest(new IngestionRequest { Paths = paths.Length > 0 ? paths : [Docs] });

    /// <summary>A run of a process of its own.</summary>
    public IngestionReport Ingest(IngestionRequest request)
    {
        WasRead.Clear();
        return Process().Run(request);
    }

    /// <summary>The ingestor of a process that stays.</summary>
    public Ingestor Worker() => _ingestor ??= Process();

    /// <summary>The ingestor of a new process.</summary>
    public Ingestor Process() => new(Index, _ => Reading(), Time, NullLogger<Ingestor>.Instance, Options, Store);

    public VerificationReport Verify() => new SourceVerifier(Index, _ => Reading(), TimeProvider.System).Run();

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

    /// <summary>What a source holds, without the index: what it is compared with.</summary>
    public SourceReading Reading() => new(FingerprintOf?.Invoke(null) ?? Version, (source, address, cancellationToken) =>
    {
        var text = System.Text.Encoding.UTF8.GetString(source.Content.Span);
        lock (WasRead)
        {
            WasRead.Add(source.Name);
        }

        OnRead?.Invoke(source.Name);
        cancellationToken.ThrowIfCancellationRequested();
        return text.Contains("broken", StringComparison.Ordinal) || text.StartsWith("PK", StringComparison.Ordinal)
            ? throw new ExtractionException("it is broken")
            : Document(address, text, Path.GetExtension(source.Name));
    })
    {
        FingerprintOf = FingerprintOf ?? (_ => Version),
        Open = source => OpensArchives ? new SourceExpander().Open(source) : null,
    };

    /// <summary>No extractor knows the address, so neither does the title here.</summary>
    private static ExtractedDocument Document(string address, string text, string ending)
    {
        var document = Some.Document(address, text, text.Contains("noted", StringComparison.Ordinal) ? ["it is noted"] : []);
        return document with { Document = document.Document with { Title = "A title", Creator = "A writer" }, Extractor = ending.TrimStart('.') };
    }
}
