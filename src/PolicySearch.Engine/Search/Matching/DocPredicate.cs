namespace PolicySearch.Engine.Search.Matching;

/// <summary>Tells of any document of a segment, in any order and cheaply, whether a query matches it.</summary>
internal abstract class DocPredicate
{
    public abstract bool Matches(int doc);
}
