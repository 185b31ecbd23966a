using Microsoft.Extensions.Logging.Abstractions;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Host.Workers;
using PolicySearch.Service;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Host.Tests.Workers;

public sealed class IngestionWorkerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_look_at_everything_that_takes_long_gives_way_to_a_file_that_has_just_come()
    {
        var docs = Directory.CreateDirectory(_folder["docs"]).FullName;
        await WriteAsync(docs, "a.txt");

        // A file written in this moment would have the first run look twice.
        File.SetLastWriteTimeUtc(Path.Combine(docs, "a.txt"), DateTime.UtcNow.AddHours(-1));
        var store = new SlowStore(slow: 2);
        var settings = new Settings { Index = _folder["index"], Sources = [docs] };
        var ingestor = new Ingestor(
            new FileSystemDirectory(settings.Index),
            authority => SourceReading.With(DocumentReader.CreateDefault(new Taggers().Of(authority), settings.Extraction)),
            TimeProvider.System,
            NullLogger<Ingestor>.Instance,
            store: store);
        using var worker = new IngestionWorker(ingestor, settings, new ServerStatus(), TimeProvider.System, NullLogger<IngestionWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);

        // The first run is followed by a second at once, for what came before the folder was watched.
        await store.IsSlow.WaitAsync(Patience);
        await WriteAsync(docs, "b.txt");
        Assert.Equal("b.txt", await store.AskedFor.WaitAsync(Patience));
        await store.ListedAfterwards.WaitAsync(Patience);
        await worker.StopAsync(CancellationToken.None);

        Assert.Equal(0, ingestor.Run(new IngestionRequest { Paths = [docs] }).Added);
    }

    public void Dispose() => _folder.Dispose();

    private static Task WriteAsync(string folder, string name) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), $"The Ministry of Finance published {name} in 2019.");

    /// <summary>Folders, of which one listing ends only when it is stopped.</summary>
    private sealed class SlowStore(int slow) : ISourceStore
    {
        private readonly FolderStore _folder = new(null);
        private readonly TaskCompletionSource _isSlow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _listedAfterwards = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<string> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _lists;

        public Task IsSlow => _isSlow.Task;

        public Task ListedAfterwards => _listedAfterwards.Task;

        /// <summary>The first file that was asked for by itself since the slow listing began.</summary>
        public Task<string> AskedFor => _asked.Task;

        public SourceListing List(SourceRoot root, CancellationToken cancellationToken)
        {
            var list = Interlocked.Increment(ref _lists);
            if (list == slow)
            {
                _isSlow.SetResult();
                cancellationToken.WaitHandle.WaitOne(Patience);
                cancellationToken.ThrowIfCancellationRequested();
            }
            else if (list > slow)
            {
                _listedAfterwards.TrySetResult();
            }

            return _folder.List(root, cancellationToken);
        }

        public FoundSource? Find(SourceRoot root, string path)
        {
            if (Volatile.Read(ref _lists) >= slow)
            {
                _asked.TrySetResult(path);
            }

            return _folder.Find(root, path);
        }

        public Stream Open(FoundSource source) => _folder.Open(source);
    }
}
