using System.Numerics;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The terms of one field in the buffer, by number in the order in which they came: a hash table over bytes in pages, no object a term.</summary>
internal sealed class TermTable(SlicePool pool, PagePool pages)
{
    private readonly PagedList<TermEntry> _entries = new(pages);
    private int[] _slots = new int[256];

    public int Count => _entries.Count;

    /// <summary>Bytes of memory in use, but for those of the pool; with those that writing the terms in their order will take.</summary>
    public long Bytes => _entries.Bytes + (_slots.Length * 4L) + (Count * 8L);

    public ref TermEntry this[int term] => ref _entries[term];

    public ReadOnlySpan<byte> Term(int term) => Term(_entries[term]);

    /// <summary>The number of a term, new or known.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (number < 0)
            {
                return Add(term, hash, slot);
            }

            ref var entry = ref _entries[number];
            if (entry.Hash == hash && Term(entry).SequenceEqual(term))
            {
                return number;
            }
        }
    }

    /// <summary>All numbers, in the order of the terms' bytes.</summary>
    public int[] Sort()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => Term(a).SequenceCompareTo(Term(b)));
        return order;
    }

    /// <summary>Gives the memory back; the table is used up.</summary>
    public void Release() => _entries.Release();

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
        _slots = new int[_slots.Length * 2];
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

    public static int Hash(ReadOnlySpan<byte> term)
    {
        var hash = Crc32C.Append((uint)term.Length, term) * 0x9E3779B1;
        return (int)(BitOperations.RotateLeft(hash, 15) & int.MaxValue);
    }

    /// <summary>A term and its postings so far. The last document waits here until the next one, because its frequency is not known before.</summary>
    internal struct TermEntry
    {
        public int Start;
        public int Length;
        public int Hash;
        public int LastDoc;
        public int Freq;
        public int LastPosition;
        public int WrittenDoc;
        public SlicePool.SliceChain Docs;
        public SlicePool.SliceChain Positions;
    }
}
