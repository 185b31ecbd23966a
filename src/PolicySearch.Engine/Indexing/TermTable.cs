using System.Runtime.InteropServices;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The terms of one field in the buffer, by number in the order in which they came: a hash table over bytes in pages, no object a term.</summary>
internal sealed class TermTable(SlicePool pool, PagePool pages)
{
    private readonly PagedList<TermEntry> _entries = new(pages);
    private readonly HashSlots _slots = new(pages);
    private int _touched;

    public int Count => _entries.Count;

    /// <summary>Bytes of memory in use, but for those of the pool; with those that writing the terms in their order will take.</summary>
    public long Bytes => _entries.Bytes + _slots.Bytes + ((long)Count * ByteOrder.BytesEach);

    public ref TermEntry this[int term] => ref _entries[term];

    public ReadOnlySpan<byte> Term(int term) => Term(_entries[term]);

    /// <summary>The entry of a term, new or known.</summary>
    /// <param name="term">Its bytes.</param>
    /// <param name="hash">Their <see cref="TermHash"/>.</param>
    /// <param name="number">Its number.</param>
    public ref TermEntry FindOrAdd(ReadOnlySpan<byte> term, int hash, out int number)
    {
        var mask = _slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            number = _slots[slot] - 1;
            if (number < 0)
            {
                number = Add(term, hash, slot);
                return ref _entries[number];
            }

            ref var entry = ref _entries[number];
            if (entry.Hash == hash && Term(entry).SequenceEqual(term))
            {
                return ref entry;
            }
        }
    }

    /// <summary>Reads, for all of these terms side by side, what adding them will read one after the other: the processor waits for memory once in place of many times.</summary>
    public void Touch(ReadOnlySpan<TermBatch.Occurrence> occurrences)
    {
        Span<int> numbers = stackalloc int[TermBatch.Capacity];
        var mask = _slots.Length - 1;
        for (var i = 0; i < occurrences.Length; i++)
        {
            // Where another term has the slot, this one is probably in the next, which stands beside it.
            numbers[i] = Math.Max(0, _slots[occurrences[i].Hash & mask] - 1);
        }

        if (Count > 0)
        {
            Touch(numbers[..occurrences.Length]);
        }
    }

    /// <summary>Reads the entries of these terms, their bytes and the places where their postings begin and go on.</summary>
    public void Touch(ReadOnlySpan<int> numbers)
    {
        Span<(int Start, int Write)> places = stackalloc (int, int)[TermBatch.Capacity];
        for (var i = 0; i < numbers.Length; i++)
        {
            ref var entry = ref _entries[numbers[i]];
            places[i] = (entry.Start, entry.Postings.Write);
        }

        foreach (var (start, write) in places[..numbers.Length])
        {
            // The sum keeps the compiler from leaving the reading out.
            _touched += pool.Read(start, 1)[0] + pool.Read(write, 1)[0];
        }
    }

    /// <summary>All numbers, in the order of the terms' bytes.</summary>
    public int[] Sort() => ByteOrder.Sort(Count, Term);

    /// <summary>Gives the memory back; the table is used up.</summary>
    public void Release()
    {
        _entries.Release();
        _slots.Release();
    }

    private ReadOnlySpan<byte> Term(in TermEntry entry) => pool.Read(entry.Start, entry.Length);

    private int Add(ReadOnlySpan<byte> term, int hash, int slot)
    {
        _entries.Add(new TermEntry { Start = pool.Add(term), Length = term.Length, Hash = hash, LastDoc = -1 });
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }

        return Count - 1;
    }

    private void Rehash()
    {
        _slots.Grow();
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _entries[number].Hash & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = number + 1;
        }
    }

    /// <summary>A term and its postings so far, in half a line of the processor's memory.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct TermEntry
    {
        public int Start;
        public int Length;
        public int Hash;
        public int LastDoc;
        public int LastPosition;
        public SlicePool.SliceChain Postings;
    }
}
