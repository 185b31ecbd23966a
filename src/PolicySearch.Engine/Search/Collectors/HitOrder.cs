namespace PolicySearch.Engine.Search.Collectors;

/// <summary>The order of hits: score down, then segment, then document.</summary>
internal static class HitOrder
{
    public static int Compare(in ScoreDoc x, in ScoreDoc y)
    {
        var order = y.Score.CompareTo(x.Score);
        if (order == 0)
        {
            order = x.Segment.CompareTo(y.Segment);
        }

        return order != 0 ? order : x.Doc.CompareTo(y.Doc);
    }
}
