using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>A few documents in one segment, in the fields of <see cref="RandomCorpus"/>.</summary>
internal sealed class TinyIndex : IDisposable
{
    public TinyIndex(params IndexDocument[] documents)
    {
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, RandomCorpus.Schema))
        {
            writer.Replace(new RecordBlock("all", documents));
            writer.Commit();
        }

        Reader = IndexReader.Open(directory);
        Searcher = new IndexSearcher(Reader);
    }

    public IndexReader Reader { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>An index of texts.</summary>
    public static TinyIndex Of(params string[] texts) => new([.. texts.Select(text => new IndexDocument().Add("body", text))]);

    public void Dispose() => Reader.Dispose();
}
