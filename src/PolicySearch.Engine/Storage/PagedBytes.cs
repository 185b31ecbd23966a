using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Storage;

/// <summary>A string of bytes in pages: it grows without being copied.</summary>
internal sealed class PagedBytes(PagePool pool)
{
    private readonly List<byte[]> _pages = [];
    private int _inPage = PagePool.PageLength;

    public long Length => ((_pages.Count - 1L) * PagePool.PageLength) + _inPage;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => (long)_pages.Count * PagePool.PageLength;

    /// <summary>The bytes, page by page.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts
    {
        get
        {
            for (var i = 0; i < _pages.Count; i++)
            {
                yield return _pages[i].AsMemory(0, i + 1 < _pages.Count ? PagePool.PageLength : _inPage);
            }
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_inPage == PagePool.PageLength)
            {
                _pages.Add(pool.Take());
                _inPage = 0;
            }

            var taken = Math.Min(bytes.Length, PagePool.PageLength - _inPage);
            bytes[..taken].CopyTo(_pages[^1].AsSpan(_inPage));
            _inPage += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Gives the memory back; the string is empty.</summary>
    public void Release()
    {
        pool.GiveBack(CollectionsMarshal.AsSpan(_pages));
        _pages.Clear();
        _inPage = PagePool.PageLength;
    }
}
