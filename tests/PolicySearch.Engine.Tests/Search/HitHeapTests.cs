using PolicySearch.Engine.Search;
using PolicySearch.Engine.Search.Collectors;

namespace PolicySearch.Engine.Tests.Search;

public sealed class HitHeapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(1000)]
    public void The_heap_keeps_the_best_hits_and_knows_the_worst_of_them(int limit)
    {
        var random = new Random(limit);
        for (var round = 0; round < 5; round++)
        {
            // Few scores, so that many are equal.
            ScoreDoc[] hits = [.. Enumerable.Range(0, random.Next(1, 200)).Select(doc => new ScoreDoc(random.Next(3), doc, random.Next(20)))];
            random.Shuffle(hits);
            var heap = new HitHeap(limit);
            for (var i = 0; i < hits.Length; i++)
            {
                heap.Add(hits[i]);
                Assert.Equal(hits.Take(i + 1).Order(Comparer<ScoreDoc>.Create((x, y) => HitOrder.Compare(x, y))).Take(limit).Last(), heap.Worst);
            }

            ScoreDoc[] expected = [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Segment).ThenBy(hit => hit.Doc).Take(limit)];
            Assert.Equal(expected.Length == limit, heap.IsFull);
            Assert.Equal(expected, heap.Sorted());
        }
    }
}
