namespace PolicySearch.Engine.Search.Scorers;

/// <summary>Every document of a segment, all with one score.</summary>
internal class AllDocsScorer(int maxDoc, float score) : Scorer
{
    private int _doc = -1;

    public sealed override int DocId => _doc;

    public sealed override long Cost => maxDoc;

    public sealed override float MaxScore => score;

    public sealed override int NextDoc() => _doc == NoMoreDocs ? NoMoreDocs : Advance(_doc + 1);

    public sealed override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    public sealed override float Score() => score;
}
