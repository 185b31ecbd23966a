using System.Text.Json;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>Writes statistics and the exact top 20 of about so many queries, to compare scores with.</summary>
internal static class PeerDump
{
    public static void Run(string folder, string queryFile, int total)
    {
        using var reader = IndexReader.Open(new FileSystemDirectory(folder));
        var searcher = new IndexSearcher(reader);
        var field = searcher.Statistics.Field(PeerFields.Text);
        var version = typeof(IndexSearcher).Assembly.GetName().Version;
        Console.WriteLine($$"""{"peer":"policysearch","version":"{{version}}","docs":{{reader.NumDocs}},"docs_with_field":{{field.DocCount}},"sum_total_term_freq":{{field.SumTotalTermFreq}},"sum_doc_freq":{{field.SumDocFreq}},"avgdl":{{(double)field.SumTotalTermFreq / field.DocCount:F6}},"k1":1.2,"b":0.75}""");

        var classes = PeerQueries.Read(queryFile, int.MaxValue).Select(query => query.Class).Distinct().Count();
        foreach (var query in PeerQueries.Read(queryFile, (total + classes - 1) / classes))
        {
            var top = searcher.Search(new SearchOptions { Query = query.Query, Limit = 20 });
            var terms = query.Terms.Select(term => $$"""{"term":{{Quote(term)}},"df":{{searcher.Statistics.Term(PeerFields.Text, term).DocFreq}}}""");
            var hits = top.Hits.Select(hit => $"[{Quote(Id(reader, hit))},{hit.Score:F6}]");
            Console.WriteLine($$"""{"class":{{Quote(query.Class)}},"query":{{Quote(query.Text)}},"filter":{{Quote(query.Filter)}},"terms":[{{string.Join(',', terms)}}],"hits":{{top.Total}},"top":[{{string.Join(',', hits)}}]}""");
        }
    }

    private static string Id(IndexReader reader, ScoreDoc hit)
    {
        var segment = reader.Segments[hit.Segment];
        return segment.RecordKey(segment.RecordOf(hit.Doc));
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
