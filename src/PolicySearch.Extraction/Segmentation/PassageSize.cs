namespace PolicySearch.Extraction.Segmentation;

/// <summary>How long passages are, in words as <see cref="WordCount"/> counts them.</summary>
internal static class PassageSize
{
    /// <summary>A passage below this looks for a neighbour, even a long one.</summary>
    public const int Tiny = 25;

    /// <summary>A passage below this takes the next block, if both stay under <see cref="Most"/>.</summary>
    public const int Least = 60;

    /// <summary>Blocks are gathered up to this; what a reader takes in at a glance.</summary>
    public const int Good = 120;

    /// <summary>Longer blocks are cut.</summary>
    public const int Most = 200;

    /// <summary>A tiny passage and a long block together stay under this.</summary>
    public const int MostWithTiny = Most + Tiny;

    /// <summary>Longest stretch without a place to cut at, in UTF-16 code units.</summary>
    public const int MostCharacters = 4000;
}
