namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>How much a sign says of what a proper name is.</summary>
internal static class EvidenceWeight
{
    /// <summary>It fits.</summary>
    public const int Weak = 1;

    /// <summary>It is mostly so.</summary>
    public const int Fair = 2;

    /// <summary>It is hardly anything else.</summary>
    public const int Strong = 3;
}
