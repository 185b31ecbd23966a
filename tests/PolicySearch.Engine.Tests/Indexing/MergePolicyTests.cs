using PolicySearch.Engine.Indexing;

namespace PolicySearch.Engine.Tests.Indexing;

public sealed class MergePolicyTests
{
    private static readonly IMergePolicy[] Policies =
        [new TieredMergePolicy { FloorBytes = 100 }, new AdjacentMergePolicy { FloorBytes = 100 }];

    [Fact]
    public void Few_segments_are_left_alone() =>
        Assert.All(Policies, p => Assert.Empty(p.FindMerges([.. Enumerable.Range(0, 9).Select(_ => Segment(1000))])));

    [Fact]
    public void Segments_that_keep_coming_are_merged_into_few_and_each_byte_is_rewritten_a_few_times()
    {
        foreach (var policy in Policies)
        {
            var random = new Random(1);
            var segments = new List<SegmentSize>();
            long added = 0, rewritten = 0;
            for (var i = 0; i < 2000; i++)
            {
                segments.Add(Segment(random.Next(500, 1500)));
                added += segments[^1].Bytes;
                while (policy.FindMerges(segments) is [var group, ..])
                {
                    var merged = Segment(group.Sum(g => segments[g].Bytes));
                    rewritten += merged.Bytes;
                    var place = group.Min();
                    foreach (var index in group.OrderDescending())
                    {
                        segments.RemoveAt(index);
                    }

                    segments.Insert(place, merged);
                }
            }

            Assert.True(segments.Count < 45, $"{policy}: {segments.Count} segments");
            Assert.True(rewritten < added * 6, $"{policy}: {rewritten} bytes rewritten for {added}");
        }
    }

    [Fact]
    public void The_adjacent_policy_joins_neighbours_only()
    {
        var random = new Random(2);
        var policy = new AdjacentMergePolicy { MergeFactor = 3, FloorBytes = 1 };
        for (var i = 0; i < 200; i++)
        {
            var segments = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Segment(1L << random.Next(20))).ToList();
            Assert.All(policy.FindMerges(segments), g => Assert.Equal(Enumerable.Range(g[0], 3), g));
        }
    }

    [Fact]
    public void A_segment_with_many_deletions_is_rewritten_alone() =>
        Assert.Equal([1], new TieredMergePolicy().FindMerges([Segment(1000), new SegmentSize(1000, 10, 4), Segment(1000)])[0]);

    [Fact]
    public void Segments_too_large_to_merge_are_left_alone()
    {
        Assert.Empty(new TieredMergePolicy { FloorBytes = 1, MaxMergedBytes = 1000 }.FindMerges([.. Enumerable.Range(0, 30).Select(_ => Segment(900))]));
        Assert.Empty(new AdjacentMergePolicy { FloorBytes = 1, MaxMergeBytes = 800 }.FindMerges([.. Enumerable.Range(0, 30).Select(_ => Segment(900))]));
    }

    [Fact]
    public void A_forced_merge_takes_the_smallest_neighbours_that_reach_the_number()
    {
        SegmentSize[] segments = [Segment(900), Segment(10), Segment(20), Segment(30), Segment(800)];
        Assert.Equal([1, 2, 3], ForcedMerge.Choose(segments, 3));
        Assert.Equal([0, 1, 2, 3, 4], ForcedMerge.Choose(segments, 1));
        Assert.Empty(ForcedMerge.Choose(segments, 5));
        Assert.Empty(ForcedMerge.Choose([Segment(1)], 1));
        Assert.Equal([0], ForcedMerge.Choose([new SegmentSize(1, 10, 1)], 1));
        Assert.Empty(ForcedMerge.Choose([], 1));
    }

    private static SegmentSize Segment(long bytes) => new(bytes, 10, 0);
}
