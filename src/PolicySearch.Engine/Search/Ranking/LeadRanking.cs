using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents of a query in which one term has to match, and leads. It goes block by block, the most promising ones first; blocks whose bounds say that they cannot win are not looked at.
/// </summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="lead">The term that has to match.</param>
/// <param name="should">Terms that may match.</param>
/// <param name="filter">What else has to be.</param>
/// <param name="candidates">Working memory.</param>
internal sealed class LeadRanking(SegmentPass pass, TopHitsCollector top, TermScores lead, IReadOnlyList<TermScores> should, DocFilter filter, Candidates candidates)
    : BlockRanking(pass, top, filter, candidates)
{
    /// <summary>So many of the most promising chunks come first: they raise the threshold for the others.</summary>
    private const int FirstChunks = 4;

    private readonly TermScores[] _followers = [.. should.OrderByDescending(term => term.MaxScore)];

    /// <summary>For each follower what it can add to each chunk.</summary>
    private float[][] _bounds = [];
    private double[] _rests = [];

    /// <summary>Whether a term that may match has to.</summary>
    public bool NeedsShould { get; init; }

    /// <summary>Only then is a bound a score that some document may have exactly.</summary>
    private bool IsSingle => _followers.Length == 0;

    public override void Run()
    {
        var bounds = ChunkBounds();
        _rests = new double[_followers.Length + 1];
        for (var left = FirstChunks; left > 0 && bounds.Length > FirstChunks; left--)
        {
            var best = Best(bounds);
            Rank(best, bounds[best]);
            bounds[best] = double.NegativeInfinity;
        }

        for (var chunk = 0; chunk < bounds.Length; chunk++)
        {
            Rank(chunk, bounds[chunk]);
        }
    }

    private double[] ChunkBounds()
    {
        var bounds = new double[lead.Blocks.Count];
        for (var chunk = 0; chunk < bounds.Length; chunk++)
        {
            bounds[chunk] = lead.Bounds[chunk];
        }

        _bounds = new float[_followers.Length][];
        for (var i = 0; i < _followers.Length; i++)
        {
            _bounds[i] = new float[bounds.Length];
            var block = 0;
            for (var chunk = 0; chunk < bounds.Length; chunk++)
            {
                var bound = _followers[i].BoundWithin(lead.Blocks.FirstDoc(chunk), lead.Blocks.LastDocs[chunk], ref block);
                _bounds[i][chunk] = Math.Max(0, bound);
                bounds[chunk] += _bounds[i][chunk];
            }
        }

        return bounds;
    }

    private void Rank(int chunk, double bound)
    {
        if (double.IsNegativeInfinity(bound) || !(IsSingle ? Top.CanEnter((float)bound, lead.Blocks.FirstDoc(chunk)) : Reaches(bound)))
        {
            return;
        }

        for (var i = _followers.Length - 1; i >= 0; i--)
        {
            _rests[i] = _rests[i + 1] + _bounds[i][chunk];
        }

        Candidates.Clear();
        AddFrom(lead, chunk, _rests[0]);
        for (var i = 0; i < _followers.Length && Candidates.Count > 0; i++)
        {
            Probe(_followers[i], _rests[i + 1]);
        }

        Offer(NeedsShould);
    }
}
