using PolicySearch.Engine.Search.Collectors;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>
/// The best documents of a query in which a term has to match; the rarest that has to leads. It goes block by block, the most promising ones first; blocks whose bounds say that they cannot win are not looked at.
/// </summary>
/// <param name="pass">The work on the segment.</param>
/// <param name="top">Where the best go.</param>
/// <param name="must">Terms that have to match, the rarest first.</param>
/// <param name="should">Terms that may match.</param>
/// <param name="filter">What else has to be.</param>
/// <param name="candidates">Working memory.</param>
internal sealed class LeadRanking(SegmentPass pass, TopHitsCollector top, IReadOnlyList<TermScores> must, IReadOnlyList<TermScores> should, DocFilter filter, Candidates candidates)
    : BlockRanking(pass, top, filter, candidates)
{
    /// <summary>So many of the most promising chunks come first: they raise the threshold for the others.</summary>
    private const int FirstChunks = 4;

    private TermScores[] _followers = [];

    /// <summary>How many of the followers, the first ones, have to match.</summary>
    private int _needed;

    /// <summary>For each follower what it can add to each chunk.</summary>
    private float[][] _bounds = [];
    private float[] _boundsHere = [];
    private double[] _rests = [];

    /// <summary>Whether a term that may match has to.</summary>
    public bool NeedsShould { get; init; }

    private TermScores Lead => must[0];

    /// <summary>Only then is a bound a score that some document may have exactly.</summary>
    private bool IsSingle => _followers.Length == 0;

    public override void Run()
    {
        TermScores[] others = [.. must.Skip(1)];
        _followers = [.. others, .. should.OrderByDescending(t => t.MaxScore)];
        _needed = others.Length;
        _boundsHere = new float[_followers.Length];
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

    private static int Best(double[] bounds)
    {
        var best = 0;
        for (var i = 1; i < bounds.Length; i++)
        {
            best = bounds[i] > bounds[best] ? i : best;
        }

        return best;
    }

    private double[] ChunkBounds()
    {
        var bounds = new double[Lead.Blocks.Count];
        for (var chunk = 0; chunk < bounds.Length; chunk++)
        {
            bounds[chunk] = Lead.Bounds[chunk];
        }

        _bounds = new float[_followers.Length][];
        for (var i = 0; i < _followers.Length; i++)
        {
            _bounds[i] = new float[bounds.Length];
            var block = 0;
            for (var chunk = 0; chunk < bounds.Length; chunk++)
            {
                var bound = _followers[i].BoundWithin(Lead.Blocks.FirstDoc(chunk), Lead.Blocks.LastDocs[chunk], ref block);
                _bounds[i][chunk] = Math.Max(0, bound);
                bounds[chunk] += bound < 0 && i < _needed ? double.NegativeInfinity : _bounds[i][chunk];
            }
        }

        return bounds;
    }

    private void Rank(int chunk, double bound)
    {
        if (double.IsNegativeInfinity(bound) || !(IsSingle ? Top.CanEnter((float)bound, Lead.Blocks.FirstDoc(chunk)) : Reaches(bound)))
        {
            return;
        }

        for (var i = _followers.Length - 1; i >= 0; i--)
        {
            _boundsHere[i] = _bounds[i][chunk];
            _rests[i] = _rests[i + 1] + _boundsHere[i];
        }

        Candidates.Clear();
        AddFrom(Lead, chunk, _followers.AsSpan(0, _needed), _boundsHere, _rests[0]);
        for (var i = 0; i < _followers.Length && Candidates.Count > 0; i++)
        {
            Probe(_followers[i], _rests[i + 1], isMust: i < _needed);
        }

        Offer(NeedsShould);
    }
}
