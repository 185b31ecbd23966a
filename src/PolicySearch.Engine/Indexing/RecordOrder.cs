using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Chooses the order of records in a merge by <see cref="RecordBisection"/>; a record's documents stay together.</summary>
/// <param name="schema">The fields.</param>
/// <param name="sources">What is merged; records and documents have their new numbers.</param>
/// <param name="recordCount">Live records.</param>
/// <param name="maxDoc">Their documents.</param>
/// <param name="limit">Bytes that the lists of terms by record may have. Where all take more, records are put in order stretch by stretch.</param>
internal sealed class RecordOrder(IndexSchema schema, IReadOnlyList<MergeSource> sources, int recordCount, int maxDoc, long limit)
{
    /// <summary>Terms in fewer documents say little about which records are alike, and are most of all.</summary>
    private const int LeastDocFreq = 16;

    private readonly int[] _recordOfDoc = new int[maxDoc];

    /// <summary>Gives the sources' records, which are numbered in their order, new numbers.</summary>
    /// <returns>For each new number the record's number before.</returns>
    public int[] Apply(CancellationToken stop)
    {
        var sizes = new int[recordCount];
        foreach (var source in sources)
        {
            Collect(source, sizes);
        }

        var counts = new int[recordCount];
        var termCount = ForEachPosting((record, _) => counts[record]++, stop);
        var order = new int[recordCount];
        for (int from = 0, to; from < recordCount; from = to)
        {
            to = EndOfStretch(counts, from);
            OrderStretch(from, to, counts, termCount, stop).CopyTo(order, from);
        }

        Renumber(order, sizes);
        return order;
    }

    /// <summary>The end of the records from here on whose lists of terms fit into the limit together; at least one.</summary>
    private int EndOfStretch(int[] counts, int from)
    {
        var to = from + 1;
        for (long bytes = counts[from] * (long)sizeof(int); to < recordCount; to++)
        {
            bytes += counts[to] * (long)sizeof(int);
            if (bytes > limit)
            {
                break;
            }
        }

        return to;
    }

    private int[] OrderStretch(int from, int to, int[] counts, int termCount, CancellationToken stop)
    {
        var starts = new int[to - from + 1];
        for (var record = from; record < to; record++)
        {
            starts[record - from + 1] = checked(starts[record - from] + counts[record]);
        }

        var terms = new int[starts[^1]];
        var ends = starts[..^1];
        ForEachPosting(
            (record, term) =>
            {
                if (record >= from && record < to)
                {
                    terms[ends[record - from]++] = term;
                }
            },
            stop);
        var order = new RecordBisection(starts, terms, termCount).Run(stop);
        foreach (ref var record in order.AsSpan())
        {
            record += from;
        }

        return order;
    }

    private void Collect(MergeSource source, int[] sizes)
    {
        for (var record = 0; record < source.RecordCount; record++)
        {
            if (source.IsLive(record))
            {
                var (start, end) = source.Core.Records.Documents(record);
                sizes[source.NewRecord(record)] = end - start;
                for (var doc = start; doc < end; doc++)
                {
                    _recordOfDoc[source.NewDoc(doc)] = source.NewRecord(record);
                }
            }
        }
    }

    /// <summary>Gives each record with each of its terms, once.</summary>
    /// <returns>The number of terms.</returns>
    private int ForEachPosting(Action<int, int> take, CancellationToken stop)
    {
        var term = 0;
        foreach (var field in schema.Fields.Where(f => f.Kind == FieldKind.Text))
        {
            var merge = new TermMerge(sources, field.Name);
            while (merge.MoveNext())
            {
                stop.ThrowIfCancellationRequested();
                var docFreq = merge.Current.Sum(c => (long)c.DocFreq);
                if (docFreq < LeastDocFreq || docFreq > maxDoc / 2)
                {
                    continue;
                }

                foreach (var cursor in merge.Current)
                {
                    Walk(cursor, term, take);
                }

                term++;
            }
        }

        return term;
    }

    private void Walk(TermMerge.TermCursor cursor, int term, Action<int, int> take)
    {
        var postings = cursor.Postings(PostingsFeatures.Docs);
        var last = -1;
        while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
        {
            if (cursor.Source.NewDoc(postings.Doc) is >= 0 and var doc && _recordOfDoc[doc] != last)
            {
                last = _recordOfDoc[doc];
                take(last, term);
            }
        }
    }

    private void Renumber(int[] order, int[] sizes)
    {
        var numbers = new int[recordCount];
        var firstDocs = new int[recordCount];
        var doc = 0;
        for (var place = 0; place < order.Length; place++)
        {
            numbers[order[place]] = place;
            firstDocs[order[place]] = doc;
            doc += sizes[order[place]];
        }

        foreach (var source in sources)
        {
            source.Renumber(numbers, firstDocs);
        }
    }
}
