namespace PolicySearch.Testing;

/// <summary>Whether the long form of tests is asked for (<c>tests/run.sh --long</c>).</summary>
public static class LongRun
{
    /// <summary>The number of rounds for this run.</summary>
    public static int Rounds(int sample, int all) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("POLICYSEARCH_LONG")) ? sample : all;
}
