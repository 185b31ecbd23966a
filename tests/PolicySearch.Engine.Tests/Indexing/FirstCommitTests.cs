using System.Text;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

public sealed class FirstCommitTests
{
    private static readonly IndexSchema Schema = new(
        FieldDefinition.Text("body", new WhitespaceAnalyzer()),
        FieldDefinition.Keyword("tag"),
        FieldDefinition.Number("year"),
        FieldDefinition.Interval("span"),
        FieldDefinition.Stored("json"));

    [Fact]
    public void What_is_committed_is_read_back()
    {
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(directory, Schema))
        {
            writer.Replace(new RecordBlock("a.txt", [
                new IndexDocument().Add("body", "the cat the dog").Add("body", "bird").Add("tag", "METI").Add("tag", "MEXT").Add("year", 2007).Add("span", new Interval(1, 5)).AddStored("json", "{}"u8.ToArray()),
                new IndexDocument().Add("body", "the end").Add("tag", "METI"),
            ])
            { Text = "全文 whole text", Data = "data"u8.ToArray() });
            writer.Replace(new RecordBlock("empty.txt", []));
            Assert.Equal(1, writer.Commit(new Dictionary<string, string> { ["root"] = "seeds" }));
            Assert.Equal(1, writer.Commit());
        }

        using var reader = IndexReader.Open(directory);
        Assert.Equal("seeds", reader.UserData["root"]);
        var segment = Assert.Single(reader.Segments);
        Assert.Equal(2, reader.NumDocs);
        var terms = segment.Terms("body")!;
        Assert.True(terms.TryFind("the"u8, out var the));
        Assert.Equal((2, 3), (the.DocFreq, the.TotalTermFreq));
        var postings = terms.Postings(the, PostingsFeatures.Positions);
        Assert.Equal(0, postings.NextDoc());
        Assert.Equal(2, postings.Freq);
        Assert.Equal([0, 2], [postings.NextPosition(), postings.NextPosition()]);
        Assert.Equal(1, postings.NextDoc());
        Assert.Equal(PostingsEnum.NoMoreDocs, postings.NextDoc());
        Assert.True(terms.TryFind("bird"u8, out var bird));
        postings = terms.Postings(bird, PostingsFeatures.Positions);
        postings.NextDoc();
        Assert.Equal(104, postings.NextPosition());
        Assert.False(terms.TryFind("cow"u8, out _));
        Assert.Equal([5, 2], segment.Norms("body").ToArray().Select(b => (int)b));
        var tags = segment.Keywords("tag")!;
        Span<int> ordinals = stackalloc int[tags.MaxValuesPerDocument];
        Assert.Equal(2, tags.Read(0, ordinals));
        Assert.Equal("MEXT", tags.Value(ordinals[1]));
        Assert.True(segment.Numbers("year")!.TryGet(0, out var year));
        Assert.Equal(2007, year);
        Assert.False(segment.Numbers("year")!.TryGet(1, out _));
        Span<Interval> spans = stackalloc Interval[1];
        Assert.Equal(1, segment.Intervals("span")!.Read(0, spans));
        Assert.Equal(new Interval(1, 5), spans[0]);
        Assert.Equal("{}", Encoding.UTF8.GetString(Assert.Single(segment.Stored(0, "json"))));
        Assert.Equal("文 w", segment.RecordText(0, 1, 4));
        Assert.Equal("data", Encoding.UTF8.GetString(segment.RecordData(0)));
        Assert.Equal(["a.txt", "empty.txt"], reader.Records().Select(r => r.Segment.RecordKey(r.Record)));
        Assert.Equal(1, reader.FindRecord("empty.txt")!.Value.Record);
        Assert.Null(reader.FindRecord("b.txt"));
    }

    [Fact]
    public void A_replaced_block_is_read_once_also_within_one_commit()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "one")]));
        writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "two")]));
        writer.Commit();
        writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "three")]));
        writer.Commit();
        using var reader = IndexReader.Open(directory);
        Assert.Equal(1, reader.NumDocs);
        var address = reader.FindRecord("a")!.Value;
        Assert.True(address.Segment.Terms("body")!.TryFind("three"u8, out _));
        Assert.False(writer.Delete("b"));
        Assert.True(writer.Delete("a"));
        Assert.False(writer.Delete("a"));
        writer.Commit();
        using var newer = reader.OpenIfChanged()!;
        Assert.Equal(0, newer.NumDocs);
        Assert.Empty(newer.Records());
        Assert.Null(newer.FindRecord("a"));
    }
}
