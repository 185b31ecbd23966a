using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The postings of one field in the buffer, and their way to the files.</summary>
internal sealed class FieldPostings(SlicePool pool, PagePool pages, bool isText)
{
    private readonly TermTable _terms = new(pool, pages);
    private int _lastDoc = -1;

    /// <summary>Documents with a term.</summary>
    public int DocCount { get; private set; }

    public int TermCount => _terms.Count;

    /// <summary>Bytes of memory in use, but for those of the pool.</summary>
    public long Bytes => _terms.Bytes;

    /// <summary>Gives the memory back; the postings are used up.</summary>
    public void Release() => _terms.Release();

    /// <summary>Adds an occurrence; documents come in ascending order, positions of a document too.</summary>
    /// <returns>The term's number, and whether it is new in the document.</returns>
    public (int Term, bool IsNew) Add(ReadOnlySpan<byte> term, int doc, int position)
    {
        var number = _terms.FindOrAdd(term);
        ref var entry = ref _terms[number];
        var isNew = entry.LastDoc != doc;
        if (isNew)
        {
            StartDocument(ref entry, doc);
        }

        if (isText)
        {
            entry.Freq++;
            pool.WriteVarint(ref entry.Positions, (ulong)(position - entry.LastPosition));
            entry.LastPosition = position;
        }

        return (number, isNew);
    }

    /// <summary>Writes all terms and postings.</summary>
    /// <returns>The place of each term, by its number, in the order of terms.</returns>
    public int[] Write(string field, TermsWriter terms, PostingsWriter postings)
    {
        var order = _terms.Sort();
        var ordinals = new int[order.Length];
        terms.StartField(field, isText);
        for (var ordinal = 0; ordinal < order.Length; ordinal++)
        {
            ordinals[order[ordinal]] = ordinal;
            terms.Add(_terms.Term(order[ordinal]), WritePostings(_terms[order[ordinal]], postings));
        }

        terms.FinishField(DocCount);
        return ordinals;
    }

    private void StartDocument(ref TermTable.TermEntry entry, int doc)
    {
        if (entry.LastDoc >= 0)
        {
            WriteDocument(ref entry);
        }

        entry.LastDoc = doc;
        entry.Freq = isText ? 0 : 1;
        entry.LastPosition = 0;
        if (doc != _lastDoc)
        {
            _lastDoc = doc;
            DocCount++;
        }
    }

    private void WriteDocument(ref TermTable.TermEntry entry)
    {
        var delta = (ulong)(entry.LastDoc - entry.WrittenDoc) << 1;
        if (entry.Freq == 1)
        {
            pool.WriteVarint(ref entry.Docs, delta | 1);
        }
        else
        {
            pool.WriteVarint(ref entry.Docs, delta);
            pool.WriteVarint(ref entry.Docs, (ulong)entry.Freq);
        }

        entry.WrittenDoc = entry.LastDoc;
    }

    private TermState WritePostings(in TermTable.TermEntry entry, PostingsWriter postings)
    {
        var docs = pool.Read(entry.Docs);
        var positions = pool.Read(entry.Positions);
        postings.StartTerm(isText);
        var doc = 0;
        while (!docs.AtEnd)
        {
            var code = docs.ReadVarint();
            doc += (int)(code >> 1);
            WriteDocument(postings, doc, (code & 1) != 0 ? 1 : (int)docs.ReadVarint(), ref positions);
        }

        WriteDocument(postings, entry.LastDoc, entry.Freq, ref positions);
        return postings.FinishTerm();
    }

    private void WriteDocument(PostingsWriter postings, int doc, int freq, ref SlicePool.SliceCursor positions)
    {
        postings.StartDocument(doc, freq);
        if (!isText)
        {
            return;
        }

        var position = 0;
        for (var i = 0; i < freq; i++)
        {
            position += (int)positions.ReadVarint();
            postings.AddPosition(position);
        }
    }
}
