using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The records of a buffer in order, and a hash table over their keys; no object a record.</summary>
internal sealed class BufferedRecords(PagePool pages)
{
    private readonly SlicePool _keys = new(pages);
    private readonly PagedList<Entry> _entries = new(pages);
    private readonly HashSlots _slots = new(pages);
    private int _dead;

    /// <summary>Records, deleted ones too.</summary>
    public int Count => _entries.Count;

    /// <summary>Bytes of memory in use, with those that sorting by key will take.</summary>
    public long Bytes => _keys.Bytes + _entries.Bytes + _slots.Bytes + ((long)Count * ByteOrder.BytesEach);

    /// <summary>Adds a record in place of the one with the same key.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="firstDoc">Its first document.</param>
    /// <param name="isWhole">Whether all of its documents were taken in; else it is deleted at once, and the one with the same key stays.</param>
    public void Add(ReadOnlySpan<byte> key, int firstDoc, bool isWhole)
    {
        var hash = TermHash.Of(key);
        _entries.Add(new Entry { KeyStart = _keys.Add(key), KeyLength = key.Length, FirstDoc = firstDoc, Hash = hash, IsDead = !isWhole });
        _dead += isWhole ? 0 : 1;
        if (isWhole)
        {
            ref var slot = ref _slots[FindSlot(key, hash)];
            Kill(slot - 1);
            slot = Count;
        }

        if (Count * 2 > _slots.Length)
        {
            Rehash();
        }
    }

    /// <summary>Deletes the live record with this key; false where there is none.</summary>
    public bool Delete(ReadOnlySpan<byte> key) => Kill(_slots[FindSlot(key, TermHash.Of(key))] - 1);

    /// <summary>Whether there is a live record with this key.</summary>
    public bool Contains(ReadOnlySpan<byte> key)
    {
        var record = _slots[FindSlot(key, TermHash.Of(key))] - 1;
        return record >= 0 && !_entries[record].IsDead;
    }

    public ReadOnlySpan<byte> Key(int record) => _keys.Read(_entries[record].KeyStart, _entries[record].KeyLength);

    public bool IsLive(int record) => !_entries[record].IsDead;

    /// <summary>The records that are live; null where all are.</summary>
    public LiveRecords? Live()
    {
        if (_dead == 0)
        {
            return null;
        }

        var live = LiveRecords.All(Count);
        for (var record = 0; record < Count; record++)
        {
            if (_entries[record].IsDead)
            {
                live.Delete(record);
            }
        }

        return live;
    }

    public void Write(RecordsWriter target)
    {
        for (var record = 0; record < Count; record++)
        {
            target.Add(Key(record), _entries[record].FirstDoc);
        }
    }

    /// <summary>All records in the order of their keys, equal ones by number.</summary>
    public int[] SortByKey() => ByteOrder.Sort(Count, Key);

    /// <summary>Gives the memory back; the records are gone.</summary>
    public void Release()
    {
        _keys.Release();
        _entries.Release();
        _slots.Release();
    }

    private bool Kill(int record)
    {
        if (record < 0 || _entries[record].IsDead)
        {
            return false;
        }

        _entries[record].IsDead = true;
        _dead++;
        return true;
    }

    /// <summary>The slot that has the key, or the empty one that would take it.</summary>
    private int FindSlot(ReadOnlySpan<byte> key, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is > 0 and var number && !(_entries[number - 1].Hash == hash && Key(number - 1).SequenceEqual(key)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    /// <summary>Gives the live records new slots; a dead one needs none.</summary>
    private void Rehash()
    {
        _slots.Grow();
        for (var record = 0; record < Count; record++)
        {
            if (IsLive(record))
            {
                _slots[FindSlot(Key(record), _entries[record].Hash)] = record + 1;
            }
        }
    }

    private struct Entry
    {
        public int KeyStart;
        public int KeyLength;
        public int FirstDoc;
        public int Hash;
        public bool IsDead;
    }
}
