namespace PolicySearch.Testing.Gold;

/// <summary>Counts of one kind of thing, and the figures that follow from them.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Gold">How many there are.</param>
/// <param name="Found">How many of them were found.</param>
/// <param name="False">How many were found where there are none.</param>
public sealed record ScoreRow(string Label, int Gold, int Found, int False)
{
    /// <summary>Share of what was found that is right; 0 where nothing was found.</summary>
    public double Precision => Found + False == 0 ? 0 : (double)Found / (Found + False);

    /// <summary>Share of what there is that was found; 0 where there is nothing.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Found / Gold;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Gold + Found + False == 0 ? 0 : 2.0 * Found / (Gold + Found + False);
}
