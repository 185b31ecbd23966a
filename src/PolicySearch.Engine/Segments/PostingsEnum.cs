namespace PolicySearch.Engine.Segments;

/// <summary>Walks over a term's postings, deleted documents too.</summary>
public sealed class PostingsEnum
{
    /// <summary>The document number at and after the end.</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>-1 before the first move, then the current document number or <see cref="NoMoreDocs"/>.</summary>
    public int Doc => throw new NotImplementedException();

    /// <summary>Occurrences in the current document; 1 where only documents were asked for.</summary>
    public int Freq => throw new NotImplementedException();

    /// <summary>Number of postings.</summary>
    public int Cost => throw new NotImplementedException();

    /// <summary>Moves to the next document.</summary>
    public int NextDoc() => throw new NotImplementedException();

    /// <summary>Moves to the first document at or after <paramref name="target"/>.</summary>
    /// <param name="target">Document number in this segment; at least the current one.</param>
    /// <returns>The new document number, or <see cref="NoMoreDocs"/> at the end, also when called again there.</returns>
    public int Advance(int target) => throw new NotImplementedException();

    /// <summary>The next position in the current document; call at most <see cref="Freq"/> times.</summary>
    public int NextPosition() => throw new NotImplementedException();
}
