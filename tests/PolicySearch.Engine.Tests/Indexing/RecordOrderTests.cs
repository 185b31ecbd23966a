using System.Globalization;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

public sealed class RecordOrderTests
{
    private const int Topics = 8;
    private const int Records = 8192;
    private const int TermsOfTopic = 20;
    private const int Deleted = 77;

    [Fact]
    public void Records_with_like_terms_come_to_stand_side_by_side()
    {
        var starts = new int[Records + 1];
        var terms = new List<int>();
        for (var record = 0; record < Records; record++)
        {
            terms.AddRange(TermsOf(record));
            starts[record + 1] = terms.Count;
        }

        var order = new RecordBisection(starts, [.. terms], Topics * TermsOfTopic).Run(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, Records), order.Order());
        Assert.Equal(order, new RecordBisection(starts, [.. terms], Topics * TermsOfTopic).Run(CancellationToken.None));
        var changes = Enumerable.Range(1, Records - 1).Count(i => order[i] % Topics != order[i - 1] % Topics);
        Assert.True(changes < Records / 10, $"{changes} changes of topic");
    }

    [Fact]
    public void A_merge_that_reorders_keeps_records_whole_and_one_that_does_not_keeps_their_order()
    {
        Assert.Equal(Enumerable.Range(0, Records).Where(r => r != Deleted), Merge(reorders: false));
        var order = Merge(reorders: true);
        Assert.Equal(Enumerable.Range(0, Records).Where(r => r != Deleted), order.Order());
        var changes = order.Zip(order.Skip(1)).Count(pair => pair.First % Topics != pair.Second % Topics);
        Assert.True(changes < Records / 10, $"{changes} changes of topic");
    }

    [Fact]
    public void Records_whose_terms_need_too_much_memory_are_ordered_in_stretches()
    {
        var order = Merge(reorders: true, bufferMegabytes: 1);
        Assert.Equal(Enumerable.Range(0, Records).Where(r => r != Deleted), order.Order());
        var changes = order.Zip(order.Skip(1)).Count(pair => pair.First % Topics != pair.Second % Topics);
        Assert.InRange(changes, (2 * Topics) - 1, Records / 10);
        Assert.True(order.Take(Records / 8).Max() < Records * 3 / 4, "a record of the last stretch stands in the first");
    }

    /// <summary>The numbers of the records in the order of the merged segment.</summary>
    private static List<int> Merge(bool reorders, int bufferMegabytes = 256)
    {
        var directory = new MemoryDirectory();
        var options = new IndexWriterOptions { BackgroundMerges = false, ReorderRecords = reorders, BufferMegabytes = bufferMegabytes };
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, options);
        for (var record = 0; record < Records; record++)
        {
            var body = string.Join(' ', TermsOf(record).Select(t => $"w{t}"));
            writer.Replace(new RecordBlock($"{record}", [new IndexDocument().Add("body", body), new IndexDocument().Add("title", "more")]) { Text = body });
            if (record == Records / 2)
            {
                writer.Commit();
            }
        }

        writer.Delete($"{Deleted}");
        writer.ForceMerge();
        writer.Commit();
        Assert.Empty(IndexCheck.Run(directory));
        using var reader = IndexReader.Open(directory);
        var segment = Assert.Single(reader.Segments);
        var order = new List<int>();
        for (var record = 0; record < segment.RecordCount; record++)
        {
            var number = int.Parse(segment.RecordKey(record), CultureInfo.InvariantCulture);
            Assert.Equal(string.Join(' ', TermsOf(number).Select(t => $"w{t}")), segment.RecordText(record, 0, segment.RecordTextLength(record)));
            Assert.Equal((2 * record, (2 * record) + 2), segment.DocumentsOf(record));
            order.Add(number);
        }

        return order;
    }

    /// <summary>Some of the terms of its topic.</summary>
    private static IEnumerable<int> TermsOf(int record)
    {
        var random = new Random(record);
        return Enumerable.Range(0, 10).Select(_ => (record % Topics * TermsOfTopic) + random.Next(TermsOfTopic)).Distinct().ToList();
    }
}
