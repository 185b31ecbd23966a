using System.Buffers.Binary;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Many growing strings of bytes in few large arrays. A string is a chain of slices that double in size; the last four bytes of a slice lead to the next, and hold the slice's level before there is one.</summary>
internal sealed class SlicePool(PagePool pages)
{
    private const int PageBits = PagePool.PageBits;
    private const int PageLength = PagePool.PageLength;
    private const int FirstSlice = 16;
    private const int MaxLevel = 8;
    private const int Link = sizeof(int);

    private byte[][] _pages = new byte[16][];
    private int _pageCount;
    private int _used = PageLength;

    /// <summary>Bytes of memory in use.</summary>
    public long Bytes => (long)_pageCount * PageLength;

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
        pages.GiveBack(_pages.AsSpan(0, _pageCount));
        _pages.AsSpan(0, _pageCount).Clear();
        _pageCount = 0;
        _used = PageLength;
    }

    public void WriteVarint(ref SliceChain chain, uint value)
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

    private Span<byte> LinkAt(int end) => _pages[end >> PageBits].AsSpan(end & (PageLength - 1), Link);

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
        var level = isFirst ? 0 : BinaryPrimitives.ReadInt32LittleEndian(LinkAt(chain.End)) + 1;
        var start = Allocate(SliceLength(level));
        if (isFirst)
        {
            chain.First = start;
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(LinkAt(chain.End), start);
        }

        chain.Write = start;
        chain.End = start + SliceLength(level) - Link;
        BinaryPrimitives.WriteInt32LittleEndian(LinkAt(chain.End), level);
    }

    private int Allocate(int length)
    {
        if (_used + length > PageLength)
        {
            AddPage();
        }

        var start = ((_pageCount - 1) << PageBits) + _used;
        _used += length;
        return start;
    }

    private void AddPage()
    {
        if (_pageCount == int.MaxValue >> PageBits)
        {
            throw new InvalidOperationException("more than 2 GB of postings in the buffer; lower BufferMegabytes");
        }

        if (_pageCount == _pages.Length)
        {
            Array.Resize(ref _pages, _pageCount * 2);
        }

        _pages[_pageCount++] = pages.Take();
        _used = 0;
    }

    /// <summary>A string of bytes in the pool; the default value is an empty one.</summary>
    internal struct SliceChain
    {
        public int First;
        public int Write;
        public int End;
    }

    /// <summary>Reads a string from its start.</summary>
    internal struct SliceCursor(SlicePool pool, SliceChain chain)
    {
        private readonly int _stop = chain.Write;
        private byte[] _page = chain.End == 0 ? [] : pool._pages[chain.First >> PageBits];
        private int _at = chain.First;
        private int _end = chain.First + SliceLength(0) - Link;
        private int _level;

        /// <summary>Reads the next number; false at the end.</summary>
        public bool TryReadVarint(out uint value)
        {
            value = 0;
            if (_at == _stop)
            {
                return false;
            }

            value = ReadVarint();
            return true;
        }

        public uint ReadVarint()
        {
            var value = (uint)ReadByte();
            if (value < 0x80)
            {
                return value;
            }

            value &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var b = ReadByte();
                value |= (uint)(b & 0x7F) << shift;
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
                NextSlice();
            }

            return _page[_at++ & (PageLength - 1)];
        }

        private void NextSlice()
        {
            _at = BinaryPrimitives.ReadInt32LittleEndian(pool.LinkAt(_end));
            _page = pool._pages[_at >> PageBits];
            _level++;
            _end = _at + SliceLength(_level) - Link;
        }
    }
}
