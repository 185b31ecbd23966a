namespace PolicySearch.Engine.Formats;

/// <summary>The values of one field, document by document. They are gone through several times: to learn their bounds, and to write each part.</summary>
internal abstract class ColumnValues<T>
{
    /// <summary>Goes back to the first document.</summary>
    public abstract void Restart();

    /// <summary>The values of the next document; valid until the next call. Whoever calls knows how many documents there are.</summary>
    public abstract ReadOnlySpan<T> Next();
}
