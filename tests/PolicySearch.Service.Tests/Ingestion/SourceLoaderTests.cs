using PolicySearch.Extraction.Extractors;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class SourceLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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

    public void Dispose() => _folder.Dispose();

    private IEnumerable<LoadedSource> Load(string[] names, string? also = null)
    {
        var reading = new SourceReading("f", (source, address, _) => source.Name switch
        {
            "1-bad.txt" => throw new ExtractionException("broken"),
            "3-fault.txt" => throw new InvalidOperationException("oops"),
            _ => Some.Document(address, source.Name),
        });
        var root = new SourceRoot("root", _folder.Path);
        var found = names.Select(name => new FileInfo(_folder[name]))
            .Select(file => new FoundSource(root, file.Name, file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)));
        var gone = also is null ? [] : new[] { new FoundSource(root, also, _folder[also], 1, DateTimeOffset.UnixEpoch) };
        return new SourceLoader(reading, "f", new SourceFreshness(TimeProvider.System)).Load([.. found, .. gone], CancellationToken.None);
    }
}
