using System.Text;
using System.Text.Json;
using PolicySearch.Engine.Indexing;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>A file of passages, one JSON object a line; read by many threads at once.</summary>
internal sealed class PeerPassages(string path) : IDisposable
{
    private readonly StreamReader _lines = new(path, Encoding.UTF8);
    private readonly Lock _reading = new();
    private long _documents;
    private long _textBytes;

    public long Documents => _documents;

    public long TextBytes => _textBytes;

    /// <summary>The next passage as a block; null at the end.</summary>
    public RecordBlock? Next()
    {
        string? line;
        do
        {
            lock (_reading)
            {
                line = _lines.ReadLine();
            }
        }
        while (line is "");

        if (line is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var id = root.GetProperty("id").GetString()!;
        var text = root.GetProperty("text").GetString()!;
        Interlocked.Increment(ref _documents);
        Interlocked.Add(ref _textBytes, Encoding.UTF8.GetByteCount(text));
        return new RecordBlock(id, [new IndexDocument()
            .Add(PeerFields.Text, text)
            .Add(PeerFields.Org, root.GetProperty("org").GetString()!)
            .Add(PeerFields.Year, root.GetProperty("year").GetInt64())]);
    }

    public void Dispose() => _lines.Dispose();
}
