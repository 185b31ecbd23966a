namespace PolicySearch.Engine.Schema;

/// <summary>How a field is indexed and kept.</summary>
public enum FieldKind
{
    /// <summary>Analysed text: terms, frequencies, positions, norms; not stored.</summary>
    Text,

    /// <summary>Exact strings, many a document: postings without frequencies, and a column of ordinals.</summary>
    Keyword,

    /// <summary>One <see cref="long"/> a document: a column.</summary>
    Number,

    /// <summary>Pairs of <see cref="long"/>, many a document: a column that keeps both ends together.</summary>
    Interval,

    /// <summary>Bytes that are kept and given back, not searched.</summary>
    Stored,
}
