using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges the norms, terms, postings and columns of all fields.</summary>
/// <param name="schema">The fields.</param>
/// <param name="sources">What is merged; records and documents have their new numbers.</param>
/// <param name="runs">The records in their new order.</param>
/// <param name="maxDoc">Documents in the new segment.</param>
/// <param name="output">The new segment.</param>
/// <param name="isReordered">Whether the new numbers are in another order than the old ones.</param>
internal sealed class PostingsMerger(IndexSchema schema, IReadOnlyList<MergeSource> sources, MergeRuns runs, int maxDoc, SegmentOutput output, bool isReordered)
{
    private readonly SortedPostings? _sorted = isReordered ? new SortedPostings() : null;

    public void Merge(CancellationToken stop)
    {
        var columns = new ColumnMerger(sources, runs, maxDoc, output.Columns);
        foreach (var field in schema.Fields)
        {
            switch (field.Kind)
            {
                case FieldKind.Text:
                    MergeNorms(field.Name);
                    MergeTerms(field.Name, isText: true, stop);
                    break;
                case FieldKind.Keyword:
                    columns.MergeKeywords(field.Name, MergeTerms(field.Name, isText: false, stop));
                    break;
                case FieldKind.Number:
                    columns.MergeNumbers(field.Name);
                    break;
                case FieldKind.Interval:
                    columns.MergeIntervals(field.Name);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>They come before the postings, whose impacts need them.</summary>
    private void MergeNorms(string field)
    {
        if (sources.All(s => s.Core.Norms.Read(field).IsEmpty))
        {
            return;
        }

        var merged = new byte[maxDoc];
        foreach (var source in sources)
        {
            var values = source.Core.Norms.Read(field);
            for (var doc = 0; doc < values.Length; doc++)
            {
                if (source.NewDoc(doc) is >= 0 and var target)
                {
                    merged[target] = values[doc];
                }
            }
        }

        output.Norms.Add(field, merged);
        output.Postings.Norms = merged;
    }

    /// <summary>Merges the terms of a field.</summary>
    /// <returns>For each source the new number of each of its terms; only those of live documents are set.</returns>
    private KeywordOrdinals MergeTerms(string field, bool isText, CancellationToken stop)
    {
        var ordinals = new KeywordOrdinals(sources.Select(s => isText ? 0 : (int)(s.Core.Terms(field)?.Count ?? 0)));
        var docs = BitSet.Create(maxDoc);
        output.Terms.StartField(field, isText);
        var merge = new TermMerge(sources, field);
        while (merge.MoveNext())
        {
            stop.ThrowIfCancellationRequested();
            MergeTerm(merge, isText, docs, ordinals);
        }

        output.Terms.FinishField(BitSet.Count(docs));
        return ordinals;
    }

    private void MergeTerm(TermMerge merge, bool isText, ulong[] docs, KeywordOrdinals ordinals)
    {
        output.Postings.StartTerm(isText);
        _sorted?.Clear();
        foreach (var cursor in merge.Current)
        {
            // Sources stand in their order, so documents come out in order unless records get another one.
            CopyPostings(cursor, isText, docs);
        }

        _sorted?.Write(output.Postings);
        var state = output.Postings.FinishTerm();
        if (state.DocFreq == 0)
        {
            return;
        }

        output.Terms.Add(merge.Term, state);
        foreach (var cursor in isText ? [] : merge.Current)
        {
            ordinals.Map(cursor.SourceNumber, cursor.Ordinal);
        }

        ordinals.Count++;
    }

    private void CopyPostings(TermMerge.TermCursor cursor, bool isText, ulong[] docs)
    {
        var postings = cursor.Postings(isText ? PostingsFeatures.Positions : PostingsFeatures.Docs);
        while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
        {
            var doc = cursor.Source.NewDoc(postings.Doc);
            if (doc < 0)
            {
                continue;
            }

            BitSet.Add(docs, doc);
            var freq = postings.Freq;
            StartDocument(doc, freq);
            for (var i = 0; isText && i < freq; i++)
            {
                AddPosition(postings.NextPosition());
            }
        }
    }

    private void StartDocument(int doc, int freq)
    {
        if (_sorted is null)
        {
            output.Postings.StartDocument(doc, freq);
        }
        else
        {
            _sorted.Add(doc, freq);
        }
    }

    private void AddPosition(int position)
    {
        if (_sorted is null)
        {
            output.Postings.AddPosition(position);
        }
        else
        {
            _sorted.AddPosition(position);
        }
    }
}

/// <summary>From the sources' ordinals of a keyword field to the merged ones.</summary>
internal sealed class KeywordOrdinals(IEnumerable<int> counts)
{
    private readonly int[][] _maps = [.. counts.Select(c => new int[c])];

    /// <summary>Terms in the merged field so far.</summary>
    public int Count { get; set; }

    public int this[int source, int ordinal] => _maps[source][ordinal];

    /// <summary>Gives a source's ordinal the number of the term now being merged.</summary>
    public void Map(int source, int ordinal) => _maps[source][ordinal] = Count;
}
