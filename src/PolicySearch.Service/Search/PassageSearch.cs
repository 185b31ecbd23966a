using PolicySearch.Engine;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Queries.Parsing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Duplicates;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Tags;

namespace PolicySearch.Service.Search;

/// <summary>Answers searches from the newest commit. Safe for use by many threads.</summary>
/// <remarks>An index in which nothing has been committed yet answers as an empty one; <see cref="HasIndex"/> tells the two apart.</remarks>
public sealed class PassageSearch : IDisposable
{
    // Nearly as much as the text, since a table's cell says what it is about only in its headings; the title, which all
    // passages of a document share, little. Tried on the researchers' questions of the end-to-end tests.
    private static readonly QueryParser Parser = new(
        PassageSchema.Schema,
        new DefaultField(PassageSchema.Text),
        new DefaultField(PassageSchema.Heading, 0.9f),
        new DefaultField(PassageSchema.Title, 0.3f));

    private readonly IndexFollower _index;
    private readonly Taggers _taggers;
    private readonly TimeProvider _time;
    private readonly FilterCache _filters = new();

    /// <summary>Searches the index in a directory, which may be made later.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="taggers">Resolve the names in filters, with the authority files that the index remembers.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public PassageSearch(IndexDirectory directory, Taggers taggers, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(taggers);
        _time = time ?? TimeProvider.System;
        _taggers = taggers;
        _index = new IndexFollower(directory, _time);
    }

    /// <summary>Whether anything has been committed.</summary>
    public bool HasIndex
    {
        get
        {
            using var lease = _index.TryAcquire();
            return lease is not null;
        }
    }

    /// <summary>Opens an index that exists.</summary>
    /// <param name="folder">The index's folder.</param>
    /// <exception cref="IndexNotFoundException">Nothing has been committed there.</exception>
    public static PassageSearch Open(string folder)
    {
        var search = new PassageSearch(new FileSystemDirectory(folder), new Taggers());
        if (search.HasIndex)
        {
            return search;
        }

        search.Dispose();
        throw new IndexNotFoundException($"no index in {folder}");
    }

    /// <summary>Searches.</summary>
    /// <exception cref="SearchRequestException">The request is wrong.</exception>
    public SearchResponse Search(SearchRequest request)
    {
        var started = _time.GetTimestamp();
        SearchLimits.Check(request);
        var facets = FacetRequests.Build(request);
        var query = Parse(request.Query);
        using var lease = _index.TryAcquire();
        var filters = new FilterQueries(lease?.Reader, _taggers).Build(request);
        if (lease is null)
        {
            var none = facets.ToDictionary(f => f.Name, _ => (IReadOnlyList<FacetValue>)[], StringComparer.Ordinal);
            return new SearchResponse(request.Query, 0, Elapsed(started), [], none);
        }

        var options = new SearchOptions
        {
            Query = ReferenceRanking.Apply(query, request, lease.Reader),
            Filters = filters,
            Facets = facets,
            Limit = request.Offset + request.Limit,
        };
        var searcher = new IndexSearcher(lease.Reader) { Threads = SearchThreads.OfMachine, Filters = _filters };
        var found = searcher.Search(options);
        var hits = new HitReader(lease.Reader, query);
        IEnumerable<SearchHit> shown = request.Group == Grouping.None
            ? found.Hits.Skip(request.Offset).Select(hits.Read)
            : new HitGroups(searcher, options).Page(found, request.Offset, request.Limit).Select(hits.Read);
        return new SearchResponse(
            request.Query,
            found.Total,
            0,
            [.. shown],
            facets.ToDictionary(f => f.Name, f => Label(f.Name, found.Facets[f.Name], lease.Reader, hits), StringComparer.Ordinal))
        {
            TookMs = Elapsed(started),
        };
    }

    /// <summary>The values of a request's filters by tag and document that no passage of the index has; none where nothing has been committed.</summary>
    public IReadOnlyList<UnmatchedValue> Unmatched(SearchRequest request)
    {
        SearchLimits.Check(request);
        using var lease = _index.TryAcquire();
        return [.. new FilterQueries(lease?.Reader, _taggers).Unmatched(request)];
    }

    /// <summary>The user's own authority files that the index remembers; null where nothing has been committed.</summary>
    public UserAuthority? Authority()
    {
        using var lease = _index.TryAcquire();
        return lease is null ? null : UserAuthority.FromJson(Catalogue.AuthorityJsonOf(lease.Reader));
    }

    /// <summary>The canonical id that a filter's value stands for (<c>経済産業省</c> gives <c>METI</c>); null where the filter is no tag type's or the value no known name.</summary>
    public string? Canonical(string filter, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var lease = _index.TryAcquire();
        return new FilterQueries(lease?.Reader, _taggers).Canonical(filter, value);
    }

    /// <summary>The passage with this id (score 0, no highlights) with all its copies in the index and what ties it to notes, or null.</summary>
    public PassageDetail? FindPassage(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using var lease = _index.TryAcquire();
        if (lease is null)
        {
            return null;
        }

        var options = new SearchOptions { Query = new TermQuery(PassageSchema.Id, id), Limit = 1 };
        if (new IndexSearcher(lease.Reader).Search(options).Hits is not [var hit, ..])
        {
            return null;
        }

        var hits = new HitReader(lease.Reader);
        var segment = lease.Reader.Segments[hit.Segment];
        var document = new RecordAddress(segment, segment.RecordOf(hit.Doc));
        var offset = hit.Doc - segment.DocumentsOf(document.Record).Start;
        var copies = new CopyFinder(lease.Reader).Find(new PassagePlace(hit.Segment, hit.Doc));
        return new PassageDetail(hits.Read(new HitGroup(hit with { Score = 0 }, copies)), hits.ReadNotes(document, offset, count: 1));
    }

    /// <summary>Documents, by source.</summary>
    /// <param name="range">Which of them; null for the first 1000.</param>
    /// <exception cref="SearchRequestException">The range is wrong.</exception>
    public DocumentList Documents(ListRange? range = null)
    {
        var checkedRange = (range ?? new ListRange()).Check();
        using var lease = _index.TryAcquire();
        return lease is null ? new DocumentList(0, []) : new DocumentShelf(lease.Reader).List(checkedRange);
    }

    /// <summary>A document with its text and passages, or null.</summary>
    /// <param name="id">Its id, or its address.</param>
    /// <param name="range">Which of its passages; null for the first 1000.</param>
    /// <exception cref="SearchRequestException">The range is wrong.</exception>
    public DocumentView? FindDocument(string id, ListRange? range = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var checkedRange = (range ?? new ListRange()).Check();
        using var lease = _index.TryAcquire();
        return lease is null ? null : new DocumentShelf(lease.Reader).View(id, checkedRange);
    }

    /// <summary>What answers say of a document, or null.</summary>
    /// <param name="id">Its id, or its address.</param>
    public DocumentSummary? FindSummary(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using var lease = _index.TryAcquire();
        return lease is null ? null : new DocumentShelf(lease.Reader).Summary(id);
    }

    /// <summary>The tags of the index with the passages and documents that have them; from columns alone.</summary>
    /// <exception cref="SearchRequestException">The request is wrong.</exception>
    public TagCountList CountTags(TagRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var types = request.Check();
        using var lease = _index.TryAcquire();
        return lease is null ? new TagCountList(0, []) : new TagLister(lease.Reader, _taggers).Count(request, types);
    }

    /// <summary>The same with the forms in which passages name them; every passage that has one of the tags is read.</summary>
    /// <exception cref="SearchRequestException">The request is wrong.</exception>
    public TagList Tags(TagRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var types = request.Check();
        using var lease = _index.TryAcquire();
        return lease is null ? new TagList(0, []) : new TagLister(lease.Reader, _taggers).List(request, types);
    }

    /// <summary>What the index holds now; null where nothing has been committed.</summary>
    public IndexState? State()
    {
        using var lease = _index.TryAcquire();
        return lease is null
            ? null
            : new IndexState(
                lease.Reader.Generation,
                DocumentShelf.Count(lease.Reader),
                lease.Reader.NumDocs);
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private static Query Parse(string query)
    {
        try
        {
            return Parser.Parse(query);
        }
        catch (QuerySyntaxException e)
        {
            throw new SearchRequestException("q", e.Message) { Position = e.Position };
        }
    }

    private static IReadOnlyList<FacetValue> Label(string facet, IReadOnlyList<FacetCount> counts, IndexReader reader, HitReader hits) =>
        [.. counts.Select(count => new FacetValue(count.Value, LabelOf(facet, count.Value, reader, hits), count.Count))];

    private static string LabelOf(string facet, string value, IndexReader reader, HitReader hits) =>
        facet == FilterNames.Document && reader.FindRecord(value) is { } record && hits.Summary(record) is var document
            ? document.Title ?? document.Source
            : value;

    private double Elapsed(long started) => Math.Round(_time.GetElapsedTime(started).TotalMilliseconds, 3);
}

/// <summary>What an index holds.</summary>
/// <param name="Generation">Of its newest commit.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Passages">Passages in it.</param>
public sealed record IndexState(long Generation, int Documents, int Passages);
