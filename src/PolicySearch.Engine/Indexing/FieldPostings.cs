using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The postings of one field in the buffer, and their way to the files.</summary>
/// <remarks>
/// A term has one string of numbers. In a text field it is an odd number for a document (the difference to the one before, times two, plus one) and the first position,
/// then an even number for each further position (the difference, times two); frequencies come from counting. In a keyword field it is the differences of documents alone.
/// </remarks>
internal sealed class FieldPostings(SlicePool pool, PagePool pages, bool isText)
{
    private readonly TermTable _terms = new(pool, pages);
    private int[] _positions = new int[16];
    private int _lastDoc = -1;

    /// <summary>Documents with a term.</summary>
    public int DocCount { get; private set; }

    public int TermCount => _terms.Count;

    /// <summary>Bytes of memory in use, but for those of the pool.</summary>
    public long Bytes => _terms.Bytes;

    /// <summary>Gives the memory back; the postings are used up.</summary>
    public void Release() => _terms.Release();

    /// <summary>Adds a document's value of a keyword field; documents come in ascending order.</summary>
    /// <returns>The value's number, and whether it is new in the document.</returns>
    public (int Term, bool IsNew) Add(ReadOnlySpan<byte> value, int doc)
    {
        ref var entry = ref _terms.FindOrAdd(value, TermHash.Of(value), out var number);
        var isNew = entry.LastDoc != doc;
        if (isNew)
        {
            StartDocument(ref entry, doc);
        }

        return (number, isNew);
    }

    /// <summary>Adds terms of a text field; documents come in ascending order, positions of a document too.</summary>
    public void Add(TermBatch batch, int doc)
    {
        _terms.Touch(batch.Occurrences);
        foreach (ref readonly var occurrence in batch.Occurrences)
        {
            ref var entry = ref _terms.FindOrAdd(batch.Term(occurrence), occurrence.Hash, out _);
            var position = occurrence.Position;
            if (entry.LastDoc == doc)
            {
                pool.WriteVarint(ref entry.Postings, (uint)(position - entry.LastPosition) << 1);
            }
            else
            {
                StartDocument(ref entry, doc);
                pool.WriteVarint(ref entry.Postings, (uint)position);
            }

            entry.LastPosition = position;
        }
    }

    /// <summary>Writes all terms and postings.</summary>
    /// <returns>The terms' numbers in the order of terms.</returns>
    public int[] Write(string field, TermsWriter terms, PostingsWriter postings)
    {
        var order = _terms.Sort();
        terms.StartField(field, isText);
        for (var i = 0; i < order.Length; i++)
        {
            if (i % TermBatch.Capacity == 0)
            {
                _terms.Touch(order.AsSpan(i, Math.Min(TermBatch.Capacity, order.Length - i)));
            }

            var number = order[i];
            ref var entry = ref _terms[number];
            terms.Add(_terms.Term(number), isText ? WriteText(entry, postings) : WriteKeyword(entry, postings));
        }

        terms.FinishField(DocCount);
        return order;
    }

    private void StartDocument(ref TermTable.TermEntry entry, int doc)
    {
        var delta = (uint)(doc - entry.LastDoc);
        pool.WriteVarint(ref entry.Postings, isText ? (delta << 1) | 1 : delta);
        entry.LastDoc = doc;
        if (doc != _lastDoc)
        {
            _lastDoc = doc;
            DocCount++;
        }
    }

    private TermState WriteKeyword(in TermTable.TermEntry entry, PostingsWriter postings)
    {
        var numbers = pool.Read(entry.Postings);
        postings.StartTerm(isText: false);
        var doc = -1;
        while (numbers.TryReadVarint(out var delta))
        {
            doc += (int)delta;
            postings.StartDocument(doc, 1);
        }

        return postings.FinishTerm();
    }

    private TermState WriteText(in TermTable.TermEntry entry, PostingsWriter postings)
    {
        var numbers = pool.Read(entry.Postings);
        postings.StartTerm(isText: true);
        var doc = -1;
        var isMore = numbers.TryReadVarint(out var number);
        while (isMore)
        {
            doc += (int)(number >> 1);
            var (position, freq) = ((int)numbers.ReadVarint(), 0);
            KeepPosition(position, freq++);
            while ((isMore = numbers.TryReadVarint(out number)) && (number & 1) == 0)
            {
                position += (int)(number >> 1);
                KeepPosition(position, freq++);
            }

            postings.AddDocument(doc, _positions.AsSpan(0, freq));
        }

        return postings.FinishTerm();
    }

    private void KeepPosition(int position, int place)
    {
        if (place == _positions.Length)
        {
            Array.Resize(ref _positions, place * 2);
        }

        _positions[place] = position;
    }
}
