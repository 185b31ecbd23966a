using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Queries;

namespace PolicySearch.Testing.Reference;

/// <summary>Decides and scores one query for one document, straight from what the query means.</summary>
internal sealed class NaiveScores(NaiveStatistics statistics)
{
    /// <summary>The score; null where the query does not match.</summary>
    public float? Score(Query query, ReferenceDocument document, float boost = 1) => query switch
    {
        BoostQuery q => Score(q.Query, document, boost * q.Boost),
        ConstantScoreQuery q => Constant(Score(q.Query, document) is not null, boost),
        MatchAllQuery => boost,
        MatchNoneQuery => null,
        TermQuery q => Term(q.Field, q.Term, document, boost),
        PhraseQuery q => Phrase(q, document, boost),
        PrefixQuery q => Constant(document.Terms(q.Field).Any(t => t.StartsWith(q.Prefix, StringComparison.Ordinal)), boost),
        SuffixQuery q => Constant(document.Terms(q.Field).Any(t => t.EndsWith(q.Suffix, StringComparison.Ordinal)), boost),
        TermRangeQuery q => Constant(document.Terms(q.Field).Any(t => InRange(t, q)), boost),
        NumberRangeQuery q => Constant(document.Numbers.TryGetValue(q.Field, out var n) && n >= q.From && n <= q.To, boost),
        IntervalOverlapQuery q => Constant(
            q.From <= q.To && document.Intervals.TryGetValue(q.Field, out var all) && all.Any(i => Math.Max(i.From, q.From) <= Math.Min(i.To, q.To)), boost),
        BooleanQuery q => Boolean(q, document, boost),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private static float? Constant(bool matches, float boost) => matches ? boost : null;

    private float? Boolean(BooleanQuery query, ReferenceDocument document, float boost)
    {
        float?[] Of(Occur occur) => [.. query.Clauses.Where(c => c.Occur == occur).Select(c => Score(c.Query, document, boost))];
        var must = Of(Occur.Must);
        var filter = Of(Occur.Filter);
        var should = Of(Occur.Should);
        var isRequired = must.Length + filter.Length > 0;
        var minimum = Math.Max(query.MinimumShouldMatch, isRequired ? 0 : 1);
        if (Array.Exists(must, s => s is null) || Array.Exists(filter, s => s is null)
            || Array.Exists(Of(Occur.MustNot), s => s is not null) || should.Count(s => s is not null) < minimum)
        {
            return null;
        }

        return Sum(must) + Sum(should);
    }

    private static float Sum(float?[] scores) => (float)scores.Sum(s => (double)(s ?? 0));

    private float? Term(string field, string term, ReferenceDocument document, float boost)
    {
        var freq = document.Terms(field).Count(t => t == term);
        return freq == 0 ? null : Bm25(field, [term], freq, document, boost);
    }

    private float? Phrase(PhraseQuery query, ReferenceDocument document, float boost)
    {
        if (query.Terms.Count == 0)
        {
            return null;
        }

        if (query.Terms.Count == 1)
        {
            return Term(query.Field, query.Terms[0], document, boost);
        }

        int[][] positions = [.. query.Terms.Select(t => document.Positions(query.Field, t))];
        if (Array.Exists(positions, p => p.Length == 0))
        {
            return null;
        }

        int[] offsets = [.. query.Positions.Select(p => p - query.Positions[0])];
        var freq = query.Slop == 0
            ? NaivePhrase.Exact(positions, offsets)
            : NaivePhrase.Sloppy([.. query.Terms], positions, offsets, query.Slop);
        return freq > 0 ? Bm25(query.Field, query.Terms, freq, document, boost) : null;
    }

    /// <summary>BM25 in the single-precision steps of Lucene 8.</summary>
    private float Bm25(string field, IReadOnlyList<string> terms, float freq, ReferenceDocument document, float boost)
    {
        const float k1 = 1.2f;
        const float b = 0.75f;
        var (docCount, tokenCount) = statistics.Field(field);
        double idfs = 0;
        foreach (var term in terms)
        {
            var docFreq = statistics.DocFreq(field, term);
            idfs += (float)Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));
        }

        var averageLength = (float)(tokenCount / (double)docCount);
        var length = document.Lengths.TryGetValue(field, out var tokens) ? NormEncoding.Decode(NormEncoding.Encode(tokens)) : 1;
        var inverse = 1f / (k1 * (1 - b + (b * length / averageLength)));
        var weight = boost * (float)idfs;
        return weight - (weight / (1f + (freq * inverse)));
    }

    private static bool InRange(string term, TermRangeQuery query)
    {
        var from = query.From is null ? 1 : CompareUtf8(term, query.From);
        var to = query.To is null ? -1 : CompareUtf8(term, query.To);
        return (from > 0 || (from == 0 && query.IncludeFrom)) && (to < 0 || (to == 0 && query.IncludeTo));
    }

    private static int CompareUtf8(string x, string y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y));
}
