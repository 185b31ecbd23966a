using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Segments;

/// <summary>The values of a number field.</summary>
public sealed class NumberColumn
{
    /// <summary>The document's value; false where it has none.</summary>
    public bool TryGet(int doc, out long value) => throw new NotImplementedException();
}

/// <summary>The values of a keyword field, as ordinals into a sorted dictionary.</summary>
public sealed class KeywordColumn
{
    /// <summary>Number of different values in the segment.</summary>
    public int ValueCount => throw new NotImplementedException();

    /// <summary>The value of an ordinal, from 0.</summary>
    public string Value(int ordinal) => throw new NotImplementedException();

    /// <summary>Writes the document's ordinals, ascending and different, and gives their number; a <paramref name="ordinals"/> too short is an error, so take <see cref="MaxValuesPerDocument"/>.</summary>
    public int Read(int doc, Span<int> ordinals) => throw new NotImplementedException();

    /// <summary>The most ordinals that a document has.</summary>
    public int MaxValuesPerDocument => throw new NotImplementedException();
}

/// <summary>The values of an interval field.</summary>
public sealed class IntervalColumn
{
    /// <summary>The most intervals that a document has.</summary>
    public int MaxValuesPerDocument => throw new NotImplementedException();

    /// <summary>Writes the document's intervals in the order in which they were added, and gives their number.</summary>
    public int Read(int doc, Span<Interval> intervals) => throw new NotImplementedException();
}
