using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Merges the norms, terms, postings and columns of all fields.</summary>
internal sealed class PostingsMerger(IndexSchema schema, IReadOnlyList<MergeSource> sources, int maxDoc, SegmentOutput output)
{
    public void Merge(CancellationToken stop)
    {
        var columns = new ColumnMerger(sources, maxDoc, output.Columns);
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
        var cursors = new List<TermCursor>();
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].Core.Terms(field) is { } terms && new TermCursor(sources[i], i, terms) is { } cursor && cursor.MoveNext())
            {
                cursors.Add(cursor);
            }
        }

        var ordinals = new KeywordOrdinals(sources.Select(s => isText ? 0 : (int)(s.Core.Terms(field)?.Count ?? 0)));
        var docs = BitSet.Create(maxDoc);
        output.Terms.StartField(field, isText);
        while (cursors.Count > 0)
        {
            stop.ThrowIfCancellationRequested();
            MergeTerm(cursors, isText, docs, ordinals);
        }

        output.Terms.FinishField(BitSet.Count(docs));
        return ordinals;
    }

    /// <summary>Merges the least term of all cursors, and moves those that stand at it.</summary>
    private void MergeTerm(List<TermCursor> cursors, bool isText, ulong[] docs, KeywordOrdinals ordinals)
    {
        var least = Least(cursors).Term.ToArray();
        output.Postings.StartTerm(isText);
        for (var i = 0; i < cursors.Count; i++)
        {
            // Sources stand in their order, so documents come out in order.
            if (cursors[i].Term.SequenceEqual(least))
            {
                CopyPostings(cursors[i], isText, docs);
            }
        }

        var state = output.Postings.FinishTerm();
        if (state.DocFreq > 0)
        {
            output.Terms.Add(least, state);
        }

        for (var i = cursors.Count - 1; i >= 0; i--)
        {
            if (!cursors[i].Term.SequenceEqual(least))
            {
                continue;
            }

            if (!isText && state.DocFreq > 0)
            {
                ordinals.Map(cursors[i].SourceNumber, cursors[i].Ordinal);
            }

            if (!cursors[i].MoveNext())
            {
                cursors.RemoveAt(i);
            }
        }

        if (state.DocFreq > 0)
        {
            ordinals.Count++;
        }
    }

    private static TermCursor Least(List<TermCursor> cursors)
    {
        var least = cursors[0];
        for (var i = 1; i < cursors.Count; i++)
        {
            if (cursors[i].Term.SequenceCompareTo(least.Term) < 0)
            {
                least = cursors[i];
            }
        }

        return least;
    }

    private void CopyPostings(TermCursor cursor, bool isText, ulong[] docs)
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
            output.Postings.StartDocument(doc, freq);
            for (var i = 0; isText && i < freq; i++)
            {
                output.Postings.AddPosition(postings.NextPosition());
            }
        }
    }

    /// <summary>A source's terms of one field.</summary>
    private sealed class TermCursor(MergeSource source, int sourceNumber, TermsReader terms)
    {
        private readonly TermsEnum _enum = terms.Enumerate();

        public MergeSource Source => source;

        public int SourceNumber => sourceNumber;

        public int Ordinal { get; private set; } = -1;

        public ReadOnlySpan<byte> Term => _enum.Term;

        public bool MoveNext()
        {
            Ordinal++;
            return _enum.MoveNext();
        }

        public PostingsEnum Postings(PostingsFeatures features) => terms.Postings(_enum.State, features);
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
