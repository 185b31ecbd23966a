using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Files that are still being written are waited for.</summary>
public sealed class GrowingFileTests : IDisposable
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);
    private readonly ManualTime _time = new();
    private readonly Workspace _work;

    public GrowingFileTests() => _work = new Workspace { Time = _time };

    [Fact]
    public void A_file_is_read_once_it_has_not_been_written_to_for_a_moment()
    {
        Append("a line");
        Assert.Equal((0, 1), Run());
        for (var step = 0; step < 10; step++)
        {
            _time.Advance(Settle / 2);
            Append("\nanother");
            Assert.Equal((0, 1), Run());
        }

        _time.Advance(Settle);
        Assert.Equal((1, 0), Run());
        Assert.Single(_work.WasRead);
        Assert.Equal(11, _work.Find().Count);
    }

    [Fact]
    public void A_run_with_patience_waits_until_the_file_is_complete()
    {
        var appended = 0;
        Append("a line");
        _time.AutoAdvance = () =>
        {
            // The pause ends half a pause after this line was written.
            if (++appended <= 5)
            {
                Append("\nanother", Settle / 2);
            }
        };

        Assert.Equal((1, 0), Run(patience: TimeSpan.FromSeconds(10)));
        Assert.Equal(6, _work.Find().Count);
    }

    [Fact]
    public void Patience_ends_and_the_rest_is_read_meanwhile()
    {
        Append("a line");
        _work.Write("complete.txt", "complete");
        File.SetLastWriteTimeUtc(_work.Folder["docs/complete.txt"], _time.GetUtcNow().UtcDateTime.AddDays(-1));
        var begin = _time.GetUtcNow();

        // The pause of the run ends half a pause after this line was written.
        _time.AutoAdvance = () => Append("\nanother", Settle / 2);

        var (added, pending) = Run(patience: TimeSpan.FromSeconds(10));

        Assert.Equal((1, 1), (added, pending));
        Assert.InRange(_time.GetUtcNow() - begin, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
        Assert.Equal(["docs/complete.txt: complete"], _work.Find());
    }

    public void Dispose() => _work.Dispose();

    private (int Added, int Pending) Run(TimeSpan patience = default)
    {
        var report = _work.Worker().Run(new IngestionRequest { Paths = [_work.Docs], Settle = Settle, Patience = patience });
        return (report.Added, report.Pending);
    }

    private void Append(string text, TimeSpan later = default)
    {
        File.AppendAllText(_work.Folder["docs/growing.txt"], text);
        File.SetLastWriteTimeUtc(_work.Folder["docs/growing.txt"], (_time.GetUtcNow() + later).UtcDateTime);
    }
}
