using PolicySearch.Engine.Formats;

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
    /// <summary>Place in the file of documents; where there is one document only, its number.</summary>
    internal long DocsOffset { get; init; }

    internal long FreqsOffset { get; init; }

    internal long PositionsOffset { get; init; }
}

/// <summary>The terms of one field of one segment, in the order of their UTF-8 bytes.</summary>
public sealed class TermsReader
{
    private readonly TermsInput _terms;
    private readonly PostingsInput _postings;

    internal TermsReader(TermsInput terms, PostingsInput postings)
    {
        _terms = terms;
        _postings = postings;
    }

    /// <summary>Number of terms.</summary>
    public long Count => _terms.Count;

    /// <summary>The field's statistics.</summary>
    public FieldStatistics Statistics => _terms.Statistics;

    internal bool IsText => _terms.IsText;

    /// <summary>Looks a term up.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermState state)
    {
        state = default;
        var block = _terms.FindBlock(term);
        if (block < 0)
        {
            return false;
        }

        // The terms' order tells each one's relation to the sought term from the bytes it shares with the one before:
        // `matched` bytes of the sought term agree with the last term seen, which comes before it.
        var cursor = _terms.ReadBlock(block, out var count);
        var matched = 0;
        TermState last = default;
        for (; count > 0; count--)
        {
            var shared = cursor.ReadInt32(TermsFormat.MaxTermLength);
            var rest = cursor.ReadBytes(cursor.ReadInt32(TermsFormat.MaxTermLength));
            state = _terms.ReadState(ref cursor, ref last);
            if (shared < matched)
            {
                break;
            }

            if (shared == matched)
            {
                var sought = term[matched..];
                var common = rest.CommonPrefixLength(sought);
                if (common == rest.Length && common == sought.Length)
                {
                    return true;
                }

                if (common < rest.Length && (common == sought.Length || rest[common] > sought[common]))
                {
                    break;
                }

                matched += common;
            }
        }

        state = default;
        return false;
    }

    /// <summary>The terms at and after <paramref name="from"/>.</summary>
    public TermsEnum Enumerate(ReadOnlySpan<byte> from = default) => new(_terms, from);

    /// <summary>The postings of a term of this field.</summary>
    public PostingsEnum Postings(in TermState state, PostingsFeatures features) => new(_postings, state, features, IsText);

    /// <summary>The term with this number, from 0 in the terms' order.</summary>
    internal byte[] TermAt(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, _terms.Count);
        var terms = new TermsEnum(_terms, ordinal / TermsFormat.BlockSize);
        for (var left = ordinal % TermsFormat.BlockSize; left >= 0; left--)
        {
            terms.MoveNext();
        }

        return terms.Term.ToArray();
    }
}
