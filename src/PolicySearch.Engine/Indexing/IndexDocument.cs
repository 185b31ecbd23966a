using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>The field values of one unit of search (or of a block's record), to be given to an <see cref="IndexWriter"/>.</summary>
public sealed class IndexDocument
{
    private readonly List<(string Field, ReadOnlyMemory<char> Text)> _texts = [];
    private readonly List<(string Field, long Number)> _numbers = [];
    private readonly List<(string Field, Interval Interval)> _intervals = [];
    private readonly List<(string Field, ReadOnlyMemory<byte> Bytes)> _stored = [];

    /// <summary>Values of text and keyword fields, in the order in which they were added.</summary>
    public IReadOnlyList<(string Field, ReadOnlyMemory<char> Text)> Texts => _texts;

    /// <summary>Values of number fields.</summary>
    public IReadOnlyList<(string Field, long Number)> Numbers => _numbers;

    /// <summary>Values of interval fields.</summary>
    public IReadOnlyList<(string Field, Interval Interval)> Intervals => _intervals;

    /// <summary>Values of stored fields.</summary>
    public IReadOnlyList<(string Field, ReadOnlyMemory<byte> Bytes)> Stored => _stored;

    /// <summary>Adds a value of a text or keyword field; several values of a text field are analysed one after the other with the analyzer's gap between them.</summary>
    public IndexDocument Add(string field, string text) => Add(field, text.AsMemory());

    /// <inheritdoc cref="Add(string, string)"/>
    public IndexDocument Add(string field, ReadOnlyMemory<char> text)
    {
        _texts.Add((field, text));
        return this;
    }

    /// <summary>Sets the value of a number field.</summary>
    public IndexDocument Add(string field, long number)
    {
        _numbers.Add((field, number));
        return this;
    }

    /// <summary>Adds a value of an interval field.</summary>
    public IndexDocument Add(string field, Interval interval)
    {
        _intervals.Add((field, interval));
        return this;
    }

    /// <summary>Adds a value of a stored field.</summary>
    public IndexDocument AddStored(string field, ReadOnlyMemory<byte> bytes)
    {
        _stored.Add((field, bytes));
        return this;
    }
}
