using PolicySearch.Extraction;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class SourceLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _started;
    private int _reading;
    private int _mostAtOnce;

    [Fact]
    public void Sources_come_in_order_and_what_goes_wrong_with_one_is_its_reason()
    {
        string[] names = ["0.txt", "1-bad.txt", "2.txt", "3-fault.txt", "4-empty.txt", "5.txt"];
        foreach (var name in names)
        {
            _folder.Write(name, name.Contains("empty", StringComparison.Ordinal) ? "" : name);
        }

        var loaded = Load(names).ToList();

        Assert.Equal(names, loaded.Select(source => source.Entry.Path));
        Assert.Equal(
            [null, "broken", null, "unexpected fault while reading (InvalidOperationException: oops)", "the file is empty", null],
            loaded.Select(source => source.Entry.Failure));
        Assert.All(loaded, source => Assert.Equal(source.Document is null, source.Entry.Failure is not null));
    }

    [Fact]
    public void A_file_that_vanishes_is_left_out()
    {
        _folder.Write("a.txt", "a");

        Assert.Equal(["a.txt"], Load(["a.txt"], also: "gone.txt").Select(source => source.Entry.Path));
    }

    [Fact]
    public void A_fresh_file_s_time_is_not_trusted_and_an_old_one_s_is()
    {
        _folder.Write("old.txt", "old");
        File.SetLastWriteTimeUtc(_folder["old.txt"], new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _folder.Write("new.txt", "new");
        File.SetLastWriteTimeUtc(_folder["new.txt"], TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Equal([null, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)], Load(["new.txt", "old.txt"]).Select(source => source.Entry.Modified));
    }

    [Theory]
    [InlineData(1, 1L << 20, 16)]
    [InlineData(4, 1L << 20, 64)]
    [InlineData(4, 50, 5)]
    [InlineData(4, 1, 1)]
    public void No_more_is_read_ahead_than_the_options_allow(int threads, long bytesAhead, int mostAhead)
    {
        string[] names = [.. Enumerable.Range(100, 200).Select(number => $"{number}.long-name")];
        foreach (var name in names)
        {
            _folder.Write(name, "ten bytes.");
        }

        var taken = 0;
        foreach (var loaded in Load(names, options: new IngestionOptions { Threads = threads, BytesAhead = bytesAhead }))
        {
            taken++;
            Assert.InRange(Volatile.Read(ref _started), taken, taken + mostAhead);
            Assert.Null(loaded.Entry.Failure);
        }

        Assert.Equal(names.Length, taken);
        Assert.InRange(_mostAtOnce, 1, threads);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_not_taken_for_complete()
    {
        _folder.Write("a.txt", "half");
        var root = new SourceRoot("root", _folder.Path);
        var before = new FolderStore(null).Find(root, "a.txt")!;
        File.AppendAllText(_folder["a.txt"], " and the rest");

        var loaded = Load([before]).Single();
        Assert.True(loaded.IsGrowing);
        Assert.Null(loaded.Document);
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<LoadedSource> Load(string[] names, string? also = null, IngestionOptions? options = null)
    {
        var root = new SourceRoot("root", _folder.Path);
        var found = names.Select(name => new FileInfo(_folder[name]))
            .Select(file => new FoundSource(root, file.Name, file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)));
        var gone = also is null ? [] : new[] { new FoundSource(root, also, _folder[also], 1, DateTimeOffset.UnixEpoch) };
        return Load([.. found, .. gone], options);
    }

    private IEnumerable<LoadedSource> Load(IEnumerable<FoundSource> sources, IngestionOptions? options = null)
    {
        var store = new FolderStore(null);
        var reading = new SourceReading("f", Read);
        var freshness = new SourceFreshness(store, TimeProvider.System);
        return new SourceLoader(store, reading, new ReadingFingerprints(reading), freshness, options ?? new IngestionOptions()).Load(sources, CancellationToken.None);
    }

    private ExtractedDocument Read(SourceFile source, string address, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _started);
        var atOnce = Interlocked.Increment(ref _reading);
        lock (_folder)
        {
            _mostAtOnce = Math.Max(_mostAtOnce, atOnce);
        }

        Interlocked.Decrement(ref _reading);
        return source.Name switch
        {
            "1-bad.txt" => throw new ExtractionException("broken"),
            "3-fault.txt" => throw new InvalidOperationException("oops"),
            _ => Some.Document(address, source.Name),
        };
    }
}
