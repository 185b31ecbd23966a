using System.Collections;

namespace PolicySearch.Engine.Indexing;

/// <summary>Live records that stand side by side in a source, and in the new segment too.</summary>
/// <param name="SourceNumber">Which source.</param>
/// <param name="FirstRecord">The first record, by its number in the source.</param>
/// <param name="EndRecord">The first one after.</param>
/// <param name="FirstDoc">The first document, by its number in the source.</param>
/// <param name="EndDoc">The first one after.</param>
internal readonly record struct MergeRun(int SourceNumber, int FirstRecord, int EndRecord, int FirstDoc, int EndDoc);

/// <summary>The live records of a merge in their new order.</summary>
/// <param name="sources">What is merged.</param>
/// <param name="order">For each new number the record's number in the order of the sources; null where that is the new order.</param>
internal sealed class MergeRuns(IReadOnlyList<MergeSource> sources, int[]? order) : IEnumerable<MergeRun>
{
    public IEnumerator<MergeRun> GetEnumerator() => (order is null ? InOrderOfSources() : InOrder(order)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<MergeRun> InOrderOfSources()
    {
        for (var number = 0; number < sources.Count; number++)
        {
            var source = sources[number];
            for (int first = 0, end; first < source.RecordCount; first = end + 1)
            {
                end = first;
                while (end < source.RecordCount && source.IsLive(end))
                {
                    end++;
                }

                if (end > first)
                {
                    yield return new MergeRun(number, first, end, source.Core.Records.FirstDoc(first), source.Core.Records.FirstDoc(end));
                }
            }
        }
    }

    private IEnumerable<MergeRun> InOrder(int[] order)
    {
        var places = new (int Source, int Record)[order.Length];
        for (var number = 0; number < sources.Count; number++)
        {
            for (var record = 0; record < sources[number].RecordCount; record++)
            {
                if (sources[number].IsLive(record))
                {
                    places[sources[number].NewRecord(record)] = (number, record);
                }
            }
        }

        foreach (var (number, record) in places)
        {
            var (start, end) = sources[number].Core.Records.Documents(record);
            yield return new MergeRun(number, record, record + 1, start, end);
        }
    }
}
