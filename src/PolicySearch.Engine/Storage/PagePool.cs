namespace PolicySearch.Engine.Storage;

/// <summary>Pages of memory for what is gathered before it is written. They are pinned and used again, so the collector neither moves nor clears them, and memory does not grow from one use to the next. Safe for use by many threads.</summary>
internal sealed class PagePool
{
    public const int PageBits = 15;
    public const int PageLength = 1 << PageBits;

    private readonly Lock _gate = new();
    private readonly Stack<byte[]> _free = [];

    /// <summary>A page; its bytes are whatever they are.</summary>
    public byte[] Take()
    {
        lock (_gate)
        {
            if (_free.TryPop(out var page))
            {
                return page;
            }
        }

        return GC.AllocateUninitializedArray<byte>(PageLength, pinned: true);
    }

    public void GiveBack(ReadOnlySpan<byte[]> pages)
    {
        lock (_gate)
        {
            foreach (var page in pages)
            {
                _free.Push(page);
            }
        }
    }
}
