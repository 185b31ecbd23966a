using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Many growing strings of bytes in few large arrays. A string is a chain of slices that double in size; the last four bytes of a slice lead to the next.</summary>
internal sealed class SlicePool(PagePool pages)
{
    private const int PageBits = PagePool.PageBits;
    private const int PageLength = PagePool.PageLength;
    private const int FirstSlice = 16;
    private const int MaxLevel = 8;
    private const int Link = sizeof(int);

    private readonly List<byte[]> _pages = [];
    private int _used = PageLength;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => (long)_pages.Count * PageLength;

    /// <summary>Keeps bytes that do not grow.</summary>
    /// <param name="bytes">At most a page.</param>
    /// <returns>Where they are.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var start = Allocate(bytes.Length);
        bytes.CopyTo(_pages[start >> PageBits].AsSpan(start & (PageLength - 1)));
        return start;
    }

    /// <summary>Bytes that were added.</summary>
    public ReadOnlySpan<byte> Read(int start, int length) => length == 0 ? [] : _pages[start >> PageBits].AsSpan(start & (PageLength - 1), length);

    /// <summary>Gives the memory back; all strings are gone.</summary>
    public void Release()
    {
        pages.GiveBack(_pages);
        _pages.Clear();
        _used = PageLength;
    }

    public void WriteVarint(ref SliceChain chain, ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte(ref chain, (byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte(ref chain, (byte)value);
    }

    public SliceCursor Read(in SliceChain chain) => new(this, chain);

    private static int SliceLength(int level) => FirstSlice << Math.Min(level, MaxLevel);

    private void WriteByte(ref SliceChain chain, byte value)
    {
        if (chain.Write == chain.End)
        {
            Extend(ref chain);
        }

        _pages[chain.Write >> PageBits][chain.Write & (PageLength - 1)] = value;
        chain.Write++;
    }

    private void Extend(ref SliceChain chain)
    {
        var isFirst = chain.End == 0;
        var level = isFirst ? 0 : chain.Level + 1;
        var start = Allocate(SliceLength(level));
        if (isFirst)
        {
            chain.First = start;
        }
        else
        {
            BitConverter.TryWriteBytes(_pages[chain.End >> PageBits].AsSpan(chain.End & (PageLength - 1), Link), start);
        }

        chain.Level = level;
        chain.Write = start;
        chain.End = start + SliceLength(level) - Link;
    }

    private int Allocate(int length)
    {
        if (_used + length > PageLength)
        {
            if (_pages.Count == int.MaxValue >> PageBits)
            {
                throw new InvalidOperationException("more than 2 GB of postings in the buffer; lower BufferMegabytes");
            }

            _pages.Add(pages.Take());
            _used = 0;
        }

        var start = ((_pages.Count - 1) << PageBits) + _used;
        _used += length;
        return start;
    }

    /// <summary>A string of bytes in the pool; the default value is an empty one.</summary>
    internal struct SliceChain
    {
        public int First;
        public int Write;
        public int End;
        public int Level;
    }

    /// <summary>Reads a string from its start.</summary>
    internal struct SliceCursor(SlicePool pool, SliceChain chain)
    {
        private readonly int _stop = chain.Write;
        private int _at = chain.First;
        private int _end = chain.First + SliceLength(0) - Link;
        private int _level;

        public readonly bool AtEnd => _at == _stop;

        public ulong ReadVarint()
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = ReadByte();
                value |= (ulong)(b & 0x7F) << shift;
                if (b < 0x80)
                {
                    return value;
                }
            }
        }

        private byte ReadByte()
        {
            if (_at == _end)
            {
                _at = BitConverter.ToInt32(pool._pages[_end >> PageBits].AsSpan(_end & (PageLength - 1), Link));
                _level++;
                _end = _at + SliceLength(_level) - Link;
            }

            return pool._pages[_at >> PageBits][_at++ & (PageLength - 1)];
        }
    }
}
