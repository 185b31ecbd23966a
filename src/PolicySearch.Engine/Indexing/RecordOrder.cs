using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Chooses the order of records in a merge by <see cref="RecordBisection"/>; a record's documents stay together. Memory: about four bytes for each posting of the terms that count.</summary>
internal sealed class RecordOrder(IndexSchema schema, IReadOnlyList<MergeSource> sources, int recordCount, int maxDoc)
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

        var starts = new int[recordCount + 1];
        var termCount = ForEachPosting((record, _) => starts[record + 1]++, stop);
        for (var record = 0; record < recordCount; record++)
        {
            starts[record + 1] = checked(starts[record + 1] + starts[record]);
        }

        var terms = new int[starts[recordCount]];
        var ends = starts[..recordCount];
        ForEachPosting((record, term) => terms[ends[record]++] = term, stop);
        var order = new RecordBisection(starts, terms, termCount).Run(stop);
        Renumber(order, sizes);
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
