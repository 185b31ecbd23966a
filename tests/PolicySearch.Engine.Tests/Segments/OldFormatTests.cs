using System.Text;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Engine.Tests.Search;
using PolicySearch.Testing;
using PolicySearch.Testing.Reference;

namespace PolicySearch.Engine.Tests.Segments;

/// <summary>
/// The folder <c>index-v1</c> was written when every format had version 1, <c>index-v2</c> when postings had version 2: records r0 to r89 of nine documents each, numbered as for <see cref="Document"/>;
/// a commit after r49, then r7 deleted and a second commit.
/// They open, are sound, are searched as ever, and can be merged into today's formats.
/// </summary>
public sealed class OldFormatTests
{
    private const int Records = 90;
    private const int DocumentsEach = 9;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_index_of_an_old_version_is_sound_and_is_searched_as_ever(int version)
    {
        var directory = Copy(version);
        Assert.Empty(IndexCheck.Run(directory));
        using var reader = IndexReader.Open(directory);
        Assert.Equal([450, 360], reader.Segments.Select(s => s.MaxDoc));
        Assert.Equal((Records - 1) * DocumentsEach, reader.NumDocs);
        Assert.All(reader.Segments, s => Assert.Equal(version, s.Core.Postings.Docs.Version));
        Compare(reader);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_index_of_an_old_version_is_merged_into_the_newest(int version)
    {
        var directory = Copy(version);
        using (var writer = IndexWriter.Open(directory, RandomCorpus.Schema))
        {
            writer.ForceMerge();
            writer.Commit();
        }

        Assert.Empty(IndexCheck.Run(directory));
        using var reader = IndexReader.Open(directory);
        Assert.Single(reader.Segments);
        Compare(reader);
    }

    private static void Compare(IndexReader reader)
    {
        List<ReferenceDocument> references = [];
        for (var ordinal = 0; ordinal < reader.Segments.Count; ordinal++)
        {
            var segment = reader.Segments[ordinal];
            for (var doc = 0; doc < segment.MaxDoc; doc++)
            {
                var number = int.Parse(Encoding.UTF8.GetString(segment.Stored(doc, "id")[0]));
                references.Add(new ReferenceDocument(RandomCorpus.Schema, Document(number), ordinal, doc, segment.IsLive(doc)));
            }
        }

        var naive = new NaiveSearcher(references);
        var searcher = new IndexSearcher(reader);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var options = new SearchOptions
            {
                Query = i < 3 ? new TermQuery("body", i == 0 ? "the0" : "w" + i) : Query(random),
                Limit = random.Next(2) == 0 ? 10 : 1000,
                Facets = [new KeywordFacetRequest("tag", "tag"), new NumberFacetRequest("size", "size"), new IntervalFacetRequest("year", ["year"], 5)],
            };
            var expected = naive.Search(options);
            var actual = searcher.Search(options);
            Same.Hits(expected, actual, options.Query.ToString());
            Same.Facets(expected, actual, options.Query.ToString());
        }
    }

    private static Query Query(Random random)
    {
        TermQuery Term() => new("body", "w" + random.Next(random.Next(1, 40)));
        return random.Next(6) switch
        {
            0 => new PhraseQuery("body", Term().Term, Term().Term),
            1 => new PrefixQuery("body", "w" + random.Next(4)),
            2 => new BooleanQuery([new(Occur.Must, Term()), new(Occur.Must, Term())]),
            3 => new BooleanQuery([new(Occur.Must, Term()), new(Occur.Should, Term()), new(Occur.Filter, new NumberRangeQuery("size", -5, 20))]),
            4 => new BooleanQuery([new(Occur.Should, Term()), new(Occur.Should, Term()), new(Occur.MustNot, new TermQuery("tag", "t3"))]),
            _ => Term(),
        };
    }

    private static IndexDocument Document(int i)
    {
        var words = Enumerable.Range(0, 6 + (i * 11 % 40)).Select(k => "w" + (((i * 31) + (k * k * 7) + k) % (1 + (((i * 7) + (k * 13)) % 40))));
        return new IndexDocument()
            .AddStored("id", Encoding.UTF8.GetBytes($"{i}"))
            .Add("body", string.Join(' ', words) + (i % 8 < 7 ? " the0" : ""))
            .Add("title", $"title w{i % 5}")
            .Add("tag", $"t{i % 7}")
            .Add("tag", $"u{i % 3}")
            .Add("size", (i % 50) - 10)
            .Add("year", new Schema.Interval(1990 + (i % 30), 1990 + (i % 30) + (i % 4)));
    }

    private static MemoryDirectory Copy(int version)
    {
        var folder = Path.Combine(SharedData.Repository, "tests", "PolicySearch.Engine.Tests", "Segments", $"index-v{version}");
        var directory = new MemoryDirectory();
        foreach (var file in Directory.GetFiles(folder))
        {
            directory.Put(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        return directory;
    }
}
