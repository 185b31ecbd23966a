using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Search.Ranking;

/// <summary>A term's documents in a window, and what they can score at most.</summary>
/// <param name="scores">The term.</param>
internal sealed class ScoredWindow(TermScores scores)
{
    public TermScores Scores => scores;

    public TermWindow Window { get; } = new(scores.Blocks);

    /// <summary>No document of the window at hand scores higher.</summary>
    public float Bound { get; set; }

    /// <summary>For each window what the term can add there; negative where it has no document.</summary>
    public float[] Bounds(int windows)
    {
        var bounds = new float[windows];
        Array.Fill(bounds, -1);
        for (var block = 0; block < scores.Bounds.Length; block++)
        {
            var bound = scores.Bounds[block];
            for (var window = scores.Blocks.FirstDoc(block) >> TermWindow.SizeBits; window <= scores.Blocks.LastDocs[block] >> TermWindow.SizeBits; window++)
            {
                bounds[window] = Math.Max(bounds[window], bound);
            }
        }

        return bounds;
    }
}
