using System.Runtime.InteropServices;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tags;

/// <summary>Counts the passages and documents of each tag of a type, from the columns alone.</summary>
internal sealed class TagCounter(IndexReader reader)
{
    /// <summary>How often a tag stands.</summary>
    internal record struct Count(int Passages, int Documents);

    /// <summary>All tags of a type.</summary>
    public Dictionary<string, Count> Run(MentionType type) => type == MentionType.Year ? CountYears() : CountKeywords(Spelling.Of(type));

    /// <summary>The id of a year mention.</summary>
    public static string YearId(Interval years) => years.From == years.To ? $"{years.From}" : $"{years.From}-{years.To}";

    /// <summary>The live documents of a segment, record by record.</summary>
    public static IEnumerable<(int Record, int Start, int End)> LiveRecords(SegmentReader segment)
    {
        for (var record = 0; record < segment.RecordCount; record++)
        {
            if (segment.IsRecordLive(record))
            {
                var (start, end) = segment.DocumentsOf(record);
                yield return (record, start, end);
            }
        }
    }

    private Dictionary<string, Count> CountKeywords(string field)
    {
        var counts = new Dictionary<string, Count>(StringComparer.Ordinal);
        foreach (var segment in reader.Segments)
        {
            if (segment.Keywords(field) is { } column)
            {
                var byOrdinal = CountOrdinals(segment, column);
                for (var ordinal = 0; ordinal < byOrdinal.Length; ordinal++)
                {
                    if (byOrdinal[ordinal].Passages > 0)
                    {
                        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, column.Value(ordinal), out _);
                        count = new Count(count.Passages + byOrdinal[ordinal].Passages, count.Documents + byOrdinal[ordinal].Documents);
                    }
                }
            }
        }

        return counts;
    }

    private static Count[] CountOrdinals(SegmentReader segment, KeywordColumn column)
    {
        var counts = new Count[column.ValueCount];
        var lastRecord = new int[column.ValueCount];
        Array.Fill(lastRecord, -1);
        var ordinals = new int[column.MaxValuesPerDocument];
        foreach (var (record, start, end) in LiveRecords(segment))
        {
            for (var doc = start; doc < end; doc++)
            {
                var found = column.Read(doc, ordinals);
                foreach (var ordinal in ordinals.AsSpan(0, found))
                {
                    counts[ordinal].Passages++;
                    counts[ordinal].Documents += lastRecord[ordinal] == record ? 0 : 1;
                    lastRecord[ordinal] = record;
                }
            }
        }

        return counts;
    }

    private Dictionary<string, Count> CountYears()
    {
        var counts = new Dictionary<Interval, Count>();
        var (inPassage, inDocument) = (new HashSet<Interval>(), new HashSet<Interval>());
        foreach (var segment in reader.Segments)
        {
            var years = new YearColumns(segment);
            foreach (var (_, start, end) in LiveRecords(segment))
            {
                inDocument.Clear();
                for (var doc = start; doc < end; doc++)
                {
                    inPassage.Clear();
                    years.AddTo(doc, inPassage);
                    foreach (var interval in inPassage)
                    {
                        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, interval, out _);
                        count = new Count(count.Passages + 1, count.Documents + (inDocument.Add(interval) ? 1 : 0));
                    }
                }
            }
        }

        return counts.ToDictionary(pair => YearId(pair.Key), pair => pair.Value, StringComparer.Ordinal);
    }
}
