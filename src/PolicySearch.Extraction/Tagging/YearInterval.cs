namespace PolicySearch.Extraction.Tagging;

/// <summary>How a year is named.</summary>
public enum YearBasis
{
    /// <summary>Calendar years.</summary>
    Calendar,

    /// <summary>Fiscal years of any country.</summary>
    Fiscal,

    /// <summary>Japanese eras.</summary>
    Era,

    /// <summary>Decades and their parts.</summary>
    Decade,
}

/// <summary>What a year is said of.</summary>
public enum YearRole
{
    /// <summary>The ordinary case.</summary>
    Mentioned,

    /// <summary>A date of publication.</summary>
    Published,

    /// <summary>A date of access to a web page.</summary>
    Accessed,

    /// <summary>A year by which something shall be reached.</summary>
    Target,
}

/// <summary>The years that a mention names.</summary>
/// <param name="From">First calendar year, inclusive.</param>
/// <param name="To">Last calendar year, inclusive; at least <paramref name="From"/>.</param>
/// <param name="Basis">How it is named.</param>
/// <param name="Role">What it is said of.</param>
public sealed record YearInterval(int From, int To, YearBasis Basis, YearRole Role);
