namespace PolicySearch.Engine.Segments;

/// <summary>What a segment knows of a field as a whole; deleted documents count until a merge drops them, as in Lucene.</summary>
/// <param name="DocCount">Documents with at least one term.</param>
/// <param name="SumDocFreq">Postings.</param>
/// <param name="SumTotalTermFreq">Tokens; for a keyword field the same as <paramref name="SumDocFreq"/>.</param>
public readonly record struct FieldStatistics(int DocCount, long SumDocFreq, long SumTotalTermFreq);

/// <summary>What to decode beside document numbers.</summary>
public enum PostingsFeatures
{
    /// <summary>Document numbers only.</summary>
    Docs,

    /// <summary>Frequencies too.</summary>
    Freqs,

    /// <summary>Frequencies and positions.</summary>
    Positions,
}

/// <summary>A term's entry in the dictionary.</summary>
/// <param name="DocFreq">Documents with the term.</param>
/// <param name="TotalTermFreq">Its occurrences.</param>
public readonly record struct TermState(int DocFreq, long TotalTermFreq)
{
    internal long DocsOffset { get; init; }

    internal long FreqsOffset { get; init; }

    internal long PositionsOffset { get; init; }
}

/// <summary>The terms of one field of one segment, in the order of their UTF-8 bytes.</summary>
public sealed class TermsReader
{
    /// <summary>Number of terms.</summary>
    public long Count => throw new NotImplementedException();

    /// <summary>The field's statistics.</summary>
    public FieldStatistics Statistics => throw new NotImplementedException();

    /// <summary>Looks a term up.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermState state) => throw new NotImplementedException();

    /// <summary>The terms at and after <paramref name="from"/>.</summary>
    public TermsEnum Enumerate(ReadOnlySpan<byte> from = default) => throw new NotImplementedException();

    /// <summary>The postings of a term of this field.</summary>
    public PostingsEnum Postings(in TermState state, PostingsFeatures features) => throw new NotImplementedException();
}

/// <summary>Walks over terms.</summary>
public sealed class TermsEnum
{
    /// <summary>The term's UTF-8 bytes; valid until the next move.</summary>
    public ReadOnlySpan<byte> Term => throw new NotImplementedException();

    /// <summary>The term's entry.</summary>
    public TermState State => throw new NotImplementedException();

    /// <summary>Moves to the next term (the first at the first call); false at the end.</summary>
    public bool MoveNext() => throw new NotImplementedException();
}
