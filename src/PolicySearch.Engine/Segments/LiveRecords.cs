using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>A bit for each record of a segment, set where it is not deleted.</summary>
internal sealed class LiveRecords(int count, ulong[] words)
{
    public int Count => count;

    public ReadOnlySpan<ulong> Words => words;

    public int LiveCount => BitSet.Count(words);

    /// <summary>All records live.</summary>
    public static LiveRecords All(int count)
    {
        var words = BitSet.Create(count);
        BitSet.Fill(words, count);
        return new LiveRecords(count, words);
    }

    public bool IsLive(int record) => BitSet.Contains(words, record);

    public void Delete(int record) => BitSet.Remove(words, record);

    public LiveRecords Clone() => new(count, [.. words]);
}
