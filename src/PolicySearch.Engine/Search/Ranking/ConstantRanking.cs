using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>The best of matches that all have one score are the first ones: no more are looked for than are wanted.</summary>
internal sealed class ConstantRanking(SegmentPass pass, TopHitsCollector top, TopPlan plan)
{
    private const int FirstStretch = 4096;
    private const int Growth = 8;

    /// <param name="weight">What matches.</param>
    /// <param name="matches">All matches of the plan where they are known.</param>
    public void Run(ConstantWeight weight, DocSet? matches)
    {
        if (matches is not null)
        {
            Offer(matches, weight.Score, new DocFilter(matches), 0, pass.MaxDoc);
            return;
        }

        var filter = new DocFilter(pass, plan);
        if (filter.Set is not null)
        {
            Offer(weight.Matches(pass, filter.Set), weight.Score, filter, 0, pass.MaxDoc);
            return;
        }

        var from = 0;
        for (long to = FirstStretch; from < pass.MaxDoc && top.CanEnter(weight.Score, from); to *= Growth)
        {
            var end = (int)Math.Min(to, pass.MaxDoc);
            Offer(weight.FirstMatches(pass, end), weight.Score, filter, from, end);
            from = end;
        }
    }

    private void Offer(DocSet matches, float score, DocFilter filter, int from, int end)
    {
        Span<int> docs = stackalloc int[256];
        var place = matches.PlaceOf(from);
        for (var read = matches.Read(ref place, docs, pass.Path); read > 0; read = matches.Read(ref place, docs, pass.Path))
        {
            foreach (var doc in docs[..read])
            {
                if (doc >= end || !top.CanEnter(score, doc))
                {
                    return;
                }

                if (doc >= from && filter.Passes(doc, inSet: true))
                {
                    top.Offer(doc, score);
                }
            }
        }
    }
}
