using System.Text;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Service.Search;

/// <summary>Ranks entries of reference lists below text that says the same: they name a thing in few words, which makes their scores high, but tell nothing of it.</summary>
internal static class ReferenceRanking
{
    private const float Factor = 0.5f;

    private static readonly string ReferenceTerm = PassageSchema.FilterTerm(FilterNames.Kind, Spelling.Of(PassageKind.Reference));
    private static readonly TermQuery IsReference = new(PassageSchema.Filter, ReferenceTerm);

    /// <summary>The query with the scores of references lowered; as it is where all match alike, where the request chooses kinds itself, and where there are no references.</summary>
    public static Query Apply(Query query, SearchRequest request, IndexReader reader)
    {
        var choosesKinds = request.Filters.TryGetValue(FilterNames.Kind, out var kinds) && kinds.Count > 0;
        if (query is MatchAllQuery || choosesKinds || !HasReferences(reader))
        {
            return query;
        }

        var others = new BooleanQuery([new(Occur.Must, query), new(Occur.MustNot, IsReference)]);
        var references = new BooleanQuery([new(Occur.Must, query), new(Occur.Filter, IsReference)]);
        return new BooleanQuery([new(Occur.Should, others), new(Occur.Should, new BoostQuery(references, Factor))]);
    }

    private static bool HasReferences(IndexReader reader)
    {
        var term = Encoding.UTF8.GetBytes(ReferenceTerm);
        return reader.Segments.Any(segment => segment.Terms(PassageSchema.Filter)?.TryFind(term, out _) == true);
    }
}
