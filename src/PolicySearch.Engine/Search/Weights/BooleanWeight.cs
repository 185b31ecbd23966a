using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search.Matching;
using PolicySearch.Engine.Search.Ranking;
using PolicySearch.Engine.Search.Scorers;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class BooleanWeight : Weight
{
    private readonly BooleanQuery _query;
    private readonly List<(Occur Occur, Weight Weight)> _clauses = [];
    private readonly bool _needsScores;
    private readonly bool _hasRequired;

    /// <summary>How many should clauses have to match; 0 where they only add to the score.</summary>
    private readonly int _minimum;

    public BooleanWeight(BooleanQuery query, in WeightContext context)
    {
        _query = query;
        _needsScores = context.NeedsScores;
        var unscored = context with { NeedsScores = false };
        foreach (var (occur, clause) in query.Clauses)
        {
            _hasRequired |= occur is Occur.Must or Occur.Filter;
            _clauses.Add((occur, occur is Occur.Filter ? CachedWeight.Create(clause, unscored) : clause.CreateWeight(occur is Occur.MustNot ? unscored : context)));
        }

        _minimum = Math.Max(query.MinimumShouldMatch, _hasRequired ? 0 : 1);
    }

    public override Scorer? Scorer(SegmentReader segment)
    {
        List<Scorer> required = [];
        List<Scorer> scoring = [];
        List<Scorer> optional = [];
        List<Scorer> prohibited = [];
        foreach (var (occur, weight) in _clauses)
        {
            var scorer = weight.Scorer(segment);
            if (scorer is null)
            {
                if (occur is Occur.Must or Occur.Filter)
                {
                    return null;
                }

                continue;
            }

            switch (occur)
            {
                case Occur.Must:
                    required.Add(scorer);
                    scoring.Add(scorer);
                    break;
                case Occur.Filter:
                    required.Add(scorer);
                    break;
                case Occur.Should:
                    optional.Add(scorer);
                    break;
                default:
                    prohibited.Add(scorer);
                    break;
            }
        }

        return Combine(required, scoring, optional) is not { } matching ? null
            : prohibited.Count == 0 ? matching
            : new ExclusionScorer(matching, Any(prohibited, minimum: 1));
    }

    public override long Cost(SegmentPass pass)
    {
        long required = long.MaxValue, optional = 0;
        foreach (var (occur, weight) in _clauses)
        {
            if (occur is Occur.Must or Occur.Filter)
            {
                required = Math.Min(required, weight.Cost(pass));
            }
            else if (occur is Occur.Should)
            {
                optional += weight.Cost(pass);
            }
        }

        return _minimum > 0 ? Math.Min(required, optional) : required;
    }

    public override TopPlan? Plan()
    {
        Weight[] must = [.. Weights(o => o is Occur.Must)];
        Weight[] should = [.. Weights(o => o is Occur.Should)];
        var rest = new TopPlan { Filters = [.. Weights(o => o is Occur.Filter)], Prohibited = [.. Weights(o => o is Occur.MustNot)] };
        if (_minimum <= 1 && must.All(w => w is TermWeight) && should.All(w => w is TermWeight) && (must.Length > 0 || _minimum == 1))
        {
            return rest with { Must = [.. must.Cast<TermWeight>()], Should = [.. should.Cast<TermWeight>()], NeedsShould = _minimum == 1 };
        }

        // A part that scores alone is ranked as if it stood alone, behind the filters of both.
        return must.Length + should.Length == 1 && _minimum <= should.Length && (must.Length == 1 || _minimum == 1) && (must.Length == 1 ? must[0] : should[0]).Plan() is { } plan
            ? plan with { Filters = [.. plan.Filters, .. rest.Filters], Prohibited = [.. plan.Prohibited, .. rest.Prohibited] }
            : null;
    }

    public override DocSet Matches(SegmentPass pass, DocSet? within)
    {
        if (_minimum > 1)
        {
            return base.Matches(pass, within);
        }

        foreach (var weight in Weights(o => o is Occur.Must or Occur.Filter).OrderBy(w => w.Cost(pass)))
        {
            within = weight.Matches(pass, within);
            if (within.IsEmpty)
            {
                return within;
            }
        }

        if (_minimum == 1)
        {
            within = AnyOptional(pass, within);
        }

        foreach (var weight in Weights(o => o is Occur.MustNot))
        {
            within = within!.Without(weight.Matches(pass, within), pass);
        }

        return within!;
    }

    public override Explanation Explain(SegmentReader segment, int doc)
    {
        if (ScorerAt(segment, doc) is null)
        {
            return Explanation.NoMatch($"{_query} does not match", [.. _clauses.Select(c => c.Weight.Explain(segment, doc))]);
        }

        List<Explanation> details = [];
        double mustSum = 0;
        double shouldSum = 0;
        foreach (var (occur, weight) in _clauses)
        {
            if (occur is Occur.MustNot || weight.Explain(segment, doc) is not { IsMatch: true } part)
            {
                continue;
            }

            if (occur is Occur.Filter)
            {
                details.Add(Explanation.Match(0, "filter, matches without a score", part));
                continue;
            }

            mustSum += occur is Occur.Must ? part.Value : 0;
            shouldSum += occur is Occur.Should ? part.Value : 0;
            details.Add(part);
        }

        // The scorers round at the same places: what must match, what should, and both together.
        return Explanation.Match((float)mustSum + (float)shouldSum, "sum of:", details);
    }

    private IEnumerable<Weight> Weights(Func<Occur, bool> which) => _clauses.Where(c => which(c.Occur)).Select(c => c.Weight);

    /// <summary>The documents that some should clause matches. A small set is looked for in the clauses' lists; for a large one they are joined whole.</summary>
    private DocSet AnyOptional(SegmentPass pass, DocSet? within)
    {
        Weight[] optional = [.. Weights(o => o is Occur.Should)];
        if (optional.Length == 1)
        {
            return optional[0].Matches(pass, within);
        }

        var bits = pass.RentBits();
        var isSmall = within is { IsList: true } && within.Count < optional.Sum(w => Math.Min(w.Cost(pass), pass.MaxDoc)) / 8;
        foreach (var weight in optional)
        {
            if (isSmall)
            {
                weight.Matches(pass, within).AddTo(bits);
            }
            else
            {
                weight.AddMatches(pass, bits);
            }
        }

        var any = DocSet.OfBits(bits, pass.Words);
        return within is null ? any : within.And(any, pass);
    }

    private static Scorer Any(List<Scorer> scorers, int minimum) => scorers.Count == 1 ? scorers[0] : new DisjunctionScorer(scorers, minimum);

    private Scorer? Combine(List<Scorer> required, List<Scorer> scoring, List<Scorer> optional)
    {
        if (optional.Count < _minimum || (required.Count == 0 && optional.Count == 0))
        {
            return null;
        }

        if (required.Count == 0)
        {
            return Any(optional, _minimum);
        }

        var all = required.Count == 1 && scoring.Count == 1 ? required[0] : new ConjunctionScorer(required, scoring);
        if (_minimum > 0)
        {
            Scorer[] both = [all, Any(optional, _minimum)];
            return new ConjunctionScorer(both, both);
        }

        return optional.Count == 0 || !_needsScores ? all : new RequiredOptionalScorer(all, Any(optional, minimum: 1));
    }
}
