using PolicySearch.Engine.Storage;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Tests.Ingestion.Faults;

/// <summary>Sources in three states, and the run that brings an index from one to the next: everything new; then changes, moves, removals and failures; then a root that goes and a rebuild.</summary>
internal sealed class FaultScript : IDisposable
{
    public const int Steps = 3;
    private readonly Workspace _work = new() { Options = new IngestionOptions { Threads = 1, CommitBytes = 150 } };

    /// <summary>Puts the sources into the state before a step.</summary>
    public void Prepare(int step)
    {
        switch (step)
        {
            case 0:
                Directory.Delete(_work.Docs, recursive: true);
                for (var i = 0; i < 8; i++)
                {
                    _work.Write($"{i}.txt", $"document {i} of METI in 200{i}\nits second line about regions\nits third line");
                }

                _work.Write("sub/broken.txt", "broken from the start");
                break;
            case 1:
                _work.Write("0.txt", "document 0 has changed to MEXT 2011");
                _work.Write("1.txt", "broken now, so its last good version stays");
                File.Move(_work.Folder["docs/2.txt"], _work.Folder["docs/sub/moved.txt"]);
                File.Delete(_work.Folder["docs/3.txt"]);
                _work.Write("8.txt", "document 8 is new");
                _work.Write("sub/broken.txt", "mended");
                break;
            default:
                _work.Version = "2";
                File.Delete(_work.Folder["docs/4.txt"]);
                _work.Write("5.txt", "document 5 has changed");
                break;
        }
    }

    /// <summary>The run of a step; the last one rebuilds.</summary>
    public IngestionReport Run(int step, IndexDirectory index)
    {
        _work.Index = index;
        return _work.Ingest(new IngestionRequest { Paths = [_work.Docs], Rebuild = step == Steps - 1 });
    }

    public void Dispose() => _work.Dispose();
}
