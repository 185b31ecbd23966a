using System.Text;
using PolicySearch.Engine.Formats;

namespace PolicySearch.Engine.Segments;

/// <summary>Decodes all terms and postings of a field. The first disagreement throws.</summary>
internal sealed class TermsCheck(SegmentReader segment, string field)
{
    private readonly TermsReader _terms = segment.Core.Terms(field)!;
    private readonly ulong[] _docs = BitSet.Create(segment.MaxDoc);
    private long _count;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    public void Run()
    {
        var terms = _terms.Enumerate();
        byte[]? before = null;
        while (terms.MoveNext())
        {
            if (before is not null && before.AsSpan().SequenceCompareTo(terms.Term) >= 0)
            {
                throw Wrong($"terms in ascending order, found '{Text(terms.Term)}' out of place");
            }

            if (!_terms.TryFind(terms.Term, out var found) || found != terms.State)
            {
                throw Wrong($"to find the term '{Text(terms.Term)}' by itself");
            }

            before = terms.Term.ToArray();
            _count++;
            _sumDocFreq += terms.State.DocFreq;
            _sumTotalTermFreq += terms.State.TotalTermFreq;
            CheckPostings(before, terms.State);
        }

        var statistics = new FieldStatistics(BitSet.Count(_docs), _sumDocFreq, _sumTotalTermFreq);
        if (_count != _terms.Count)
        {
            throw Wrong($"{_terms.Count} terms, found {_count}");
        }

        if (statistics != _terms.Statistics)
        {
            throw Wrong($"{_terms.Statistics}, found {statistics}");
        }
    }

    private void CheckPostings(byte[] term, in TermState state)
    {
        CheckImpacts(term, state);
        var postings = _terms.Postings(state, _terms.IsText ? PostingsFeatures.Positions : PostingsFeatures.Docs);
        long total = 0;
        var count = 0;
        var doc = -1;
        while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
        {
            if (postings.Doc <= doc || postings.Doc >= segment.MaxDoc)
            {
                throw Wrong($"ascending documents of '{Text(term)}' below {segment.MaxDoc}, found {postings.Doc} after {doc}");
            }

            doc = postings.Doc;
            count++;
            BitSet.Add(_docs, doc);
            var freq = postings.Freq;
            total += freq;

            // A damaged frequency could be huge; it ends where the total is exceeded.
            if (total > state.TotalTermFreq)
            {
                throw Wrong($"{state.TotalTermFreq} occurrences of '{Text(term)}', found more");
            }

            for (var i = 0; _terms.IsText && i < freq; i++)
            {
                postings.NextPosition();
            }
        }

        if (count != state.DocFreq)
        {
            throw Wrong($"{state.DocFreq} documents with '{Text(term)}', found {count}");
        }

        if (total != state.TotalTermFreq)
        {
            throw Wrong($"{state.TotalTermFreq} occurrences of '{Text(term)}', found {total}");
        }
    }

    /// <summary>A block whose impacts promise too little would be skipped wrongly.</summary>
    private void CheckImpacts(byte[] term, in TermState state)
    {
        var blocks = new TermBlocks(segment.Core.Postings, state);
        var norms = segment.Norms(field);
        for (var block = 0; _terms.IsText && blocks.Load(block); block++)
        {
            var impacts = blocks.BlockImpacts(block);
            var freqs = blocks.Freqs(block);
            for (var i = 0; i < blocks.Length && !impacts.IsEmpty; i++)
            {
                if (!Impacts.Cover(impacts, freqs[i], norms[blocks.Docs[i]]))
                {
                    throw Wrong($"impacts of '{Text(term)}' that cover document {blocks.Docs[i]}, found lower ones in block {block}");
                }
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> term) => Encoding.UTF8.GetString(term);

    private CorruptIndexException Wrong(string detail) => segment.Core.Input(SegmentFileKind.Terms).Damaged(-1, $"expected in field '{field}' " + detail);
}
