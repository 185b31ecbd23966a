namespace PolicySearch.Engine.Formats;

/// <summary>The term dictionary: the terms of every text and keyword field in the order of their UTF-8 bytes, with statistics and the places of their postings.</summary>
/// <remarks>
/// <code>
/// body   blocks of <see cref="BlockSize"/> terms of one field, the last one shorter; for each term
///          bytes shared with the term before varint (0 for the first of a block), other bytes (length varint, bytes)
///          documents varint
///          occurrences - documents varint                                   (text)
///          the document varint                                              (one document)
///          place in docs varint, minus the last one of the block            (more documents)
///          place in freqs varint, minus the last one of the block           (text, more documents)
///          place in positions varint, minus the last one of the block       (text)
/// meta   number of fields varint; for each field
///          name, is text u8, terms varint, documents with a term varint, postings varint, occurrences varint
///          for each block: bytes of its first term shared with that of the block before varint, other bytes (length varint, bytes),
///            offset in the body varint, minus the one before
///          end of the last block varint, minus its offset
/// </code>
/// A term is at most <see cref="MaxTermLength"/> bytes. An ordinal of a keyword field is the term's number in this order.
/// <para>History: version 1.</para>
/// </remarks>
internal static class TermsFormat
{
    public const int BlockSize = 32;

    /// <summary>Longest term in UTF-8 bytes, as in Lucene.</summary>
    public const int MaxTermLength = 32766;

    public static readonly FileFormat Format = new("terms", 1, 1);

    /// <summary>Length of the part that two terms begin with in common.</summary>
    public static int SharedPrefix(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => a.CommonPrefixLength(b);
}
