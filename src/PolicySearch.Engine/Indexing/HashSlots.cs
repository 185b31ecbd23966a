using System.Runtime.InteropServices;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The slots of a hash table, in pages: growing leaves no large array behind.</summary>
internal sealed class HashSlots
{
    private const int PageBits = PagePool.PageBits - 2;
    private const int PerPage = 1 << PageBits;

    private const int Least = 256;

    private readonly PagePool _pool;
    private byte[][] _pages = [];

    public HashSlots(PagePool pool)
    {
        _pool = pool;
        Grow();
    }

    /// <summary>Number of slots; a power of two.</summary>
    public int Length { get; private set; }

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => (long)Length * sizeof(int);

    /// <summary>A slot; zero where it is empty.</summary>
    public ref int this[int slot] => ref MemoryMarshal.Cast<byte, int>(_pages[slot >> PageBits].AsSpan())[slot & (PerPage - 1)];

    /// <summary>Makes twice as many slots, all of them empty.</summary>
    public void Grow()
    {
        var length = Math.Max(Least, Length * 2);
        Release();
        Length = length;

        // Less than a page is not worth one: many fields have few terms.
        _pages = length < PerPage ? [new byte[length * sizeof(int)]] : new byte[length / PerPage][];
        for (var i = 0; length >= PerPage && i < _pages.Length; i++)
        {
            _pages[i] = _pool.Take();
            Array.Clear(_pages[i]);
        }
    }

    /// <summary>Gives the memory back; there are no slots any more.</summary>
    public void Release()
    {
        if (Length >= PerPage)
        {
            _pool.GiveBack(_pages);
        }

        _pages = [];
        Length = 0;
    }
}
