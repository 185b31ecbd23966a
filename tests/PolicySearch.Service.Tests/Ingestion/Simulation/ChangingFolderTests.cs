using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion.Simulation;

/// <summary>A worker over a day of changing folders (in the short run over an hour): index and folders agree at every quiet point, and nothing leaks.</summary>
[Collection(nameof(Alone))]
public sealed class ChangingFolderTests : IDisposable
{
    private const int Seed = 20260303;
    private const long MemorySlack = 16 << 20;
    private static readonly TimeSpan StepTime = TimeSpan.FromSeconds(20);
    private readonly Random _random = new(Seed);
    private readonly ManualTime _time = new();
    private readonly FlakyStore _store = new();
    private readonly Workspace _work;
    private readonly ChangingFolders _folders;

    public ChangingFolderTests()
    {
        _work = new Workspace { Time = _time, Store = _store };
        _folders = new ChangingFolders(_work.Folder, _store, _random, _time);
    }

    [Fact]
    public void Index_and_folders_agree_at_every_quiet_point_and_nothing_leaks()
    {
        var end = _time.GetUtcNow() + TimeSpan.FromHours(LongRun.Rounds(1, 24));
        var memory = 0L;
        for (var quiet = 1; _time.GetUtcNow() < end; quiet++)
        {
            for (var step = 0; step < 60; step++)
            {
                Live();
            }

            AssertInStep(quiet);
            AssertNothingIsOpen();
            memory = quiet == 3 ? GC.GetTotalMemory(forceFullCollection: true) : memory;
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, memory + MemorySlack);
        Assert.InRange(_work.Index.ListFiles().Count, 1, 200);
    }

    public void Dispose()
    {
        _folders.Return();
        _work.Dispose();
    }

    /// <summary>A few things happen; the worker hears of most of them, and now and then looks at everything.</summary>
    private void Live()
    {
        for (var things = _random.Next(3); things > 0; things--)
        {
            _folders.Step();
        }

        var told = _folders.Changed.Where(_ => _random.Next(10) > 0).ToList();
        _folders.Changed.Clear();
        if (told.Count > 0)
        {
            // What was written in this moment is still growing for the first run.
            Run(told);
            _time.Advance(TimeSpan.FromSeconds(1));
            Run(told);
        }

        _time.Advance(StepTime);
        if (_random.Next(3) == 0)
        {
            Run(null);
        }
    }

    private void AssertInStep(int quiet)
    {
        var at = $"seed {Seed}, quiet point {quiet}";
        var mends = quiet % 2 == 0;
        if (mends)
        {
            _folders.Return();
            _folders.Mend();
        }

        _folders.Settle();
        _folders.Changed.Clear();
        _time.Advance(StepTime);
        Run(null);
        var report = Run(null);

        Assert.True((report.Added, report.Updated, report.Removed, report.Pending) == (0, 0, 0, 0), at);
        Assert.Equal(_folders.Broken, _work.Worker().Failures().Select(failure => failure.Source));
        var texts = Texts();
        foreach (var (address, text) in _folders.Sound)
        {
            Assert.True(texts.GetValueOrDefault(address) == text, $"{at}: {address} is not as in its folder");
        }

        // A broken file may have a last good version, and nothing else may be there.
        Assert.Empty(texts.Keys.Except(_folders.Sound.Keys).Except(_folders.Broken));
        Assert.Empty(IndexCheck.Run(_work.Index));
        if (mends)
        {
            AssertAsNew(at);
        }
    }

    /// <summary>The index says what one says that has just been made.</summary>
    private void AssertAsNew(string at)
    {
        var (grown, fresh) = (_work.Index, new MemoryDirectory());
        var expected = new List<string>();
        _work.Index = fresh;
        _work.Process().Run(Request(null));
        expected.AddRange(IndexState.Of(fresh));
        _work.Index = grown;
        var state = IndexState.Of(grown);
        Assert.True(expected.SequenceEqual(state), $"{at}: {string.Join('\n', expected.Except(state).Concat(state.Except(expected)))}");
    }

    private void AssertNothingIsOpen()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var files = Directory.GetFiles("/proc/self/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>();
        Assert.DoesNotContain(files, file => file.StartsWith(_work.Folder.Path, StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadLines("/proc/self/maps"), map => map.Contains(_work.Folder.Path, StringComparison.Ordinal));
    }

    private IngestionReport Run(IReadOnlyCollection<string>? changed) => _work.Worker().Run(Request(changed));

    private IngestionRequest Request(IReadOnlyCollection<string>? changed) =>
        new() { Paths = _folders.Folders, Changed = changed, Settle = TimeSpan.FromMilliseconds(300) };

    private Dictionary<string, string> Texts()
    {
        using var catalogue = Catalogue.Load(_work.Index);
        return catalogue.Documents.Keys.ToDictionary(address => address, address => catalogue.Read(address)!.Document.Text, StringComparer.Ordinal);
    }
}

/// <summary>Tests that look at the whole process run by themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
