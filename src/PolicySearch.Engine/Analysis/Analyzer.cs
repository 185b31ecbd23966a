namespace PolicySearch.Engine.Analysis;

/// <summary>Makes the token streams of a field, the same for indexing, queries and highlighting.</summary>
public abstract class Analyzer
{
    /// <summary>Name, version, Unicode version and options; terms are the same wherever it is the same.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>Positions left free between two values of one field, so that no phrase matches across them.</summary>
    public virtual int PositionIncrementGap => 100;

    /// <summary>A new stream for use by one thread.</summary>
    public abstract TokenStream CreateStream();

    /// <summary>Folds a term as this analyzer would, without stemming or splitting it: for prefixes and range ends in queries.</summary>
    public abstract string Normalize(string term);
}
