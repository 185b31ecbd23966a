using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Storage;

/// <summary>A list of small values in pages: it grows without being copied.</summary>
internal sealed class PagedList<T>(PagePool pool)
    where T : unmanaged
{
    private static readonly int PerPage = PagePool.PageLength / Unsafe.SizeOf<T>();

    private readonly List<byte[]> _pages = [];

    public int Count { get; private set; }

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => (long)_pages.Count * PagePool.PageLength;

    public ref T this[int index]
    {
        get
        {
            var (page, place) = Math.DivRem((uint)index, (uint)PerPage);
            return ref MemoryMarshal.Cast<byte, T>(_pages[(int)page].AsSpan())[(int)place];
        }
    }

    public void Add(T value)
    {
        if (Count == _pages.Count * PerPage)
        {
            _pages.Add(pool.Take());
        }

        Count++;
        this[Count - 1] = value;
    }

    /// <summary>Gives the memory back; the list is empty.</summary>
    public void Release()
    {
        pool.GiveBack(CollectionsMarshal.AsSpan(_pages));
        _pages.Clear();
        Count = 0;
    }
}
