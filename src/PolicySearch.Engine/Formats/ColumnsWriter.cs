using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes columns; see <see cref="ColumnsFormat"/>.</summary>
internal sealed class ColumnsWriter(IndexOutput output)
{
    private readonly ByteWriter _columns = new();
    private readonly ByteWriter _data = new();
    private int _count;

    /// <summary>Adds a number column.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">A value for each document; whatever it is where there is none.</param>
    /// <param name="present">A bit for each document.</param>
    public void AddNumbers(string name, ReadOnlySpan<long> values, ReadOnlySpan<ulong> present)
    {
        var (least, most, count) = Bounds(values, present);
        if (count == 0)
        {
            return;
        }

        var width = FlatPacking.WidthOf((ulong)most - (ulong)least);
        var packer = new FlatPacker(_data, width);
        for (var doc = 0; doc < values.Length; doc++)
        {
            packer.Add(BitSet.Contains(present, doc) ? (ulong)values[doc] - (ulong)least : 0);
        }

        packer.Finish();
        Start(name, ColumnsFormat.Number);
        _columns.WriteUInt64((ulong)least);
        _columns.WriteByte((byte)width);
        _columns.WriteVarint(Flush());
        if (count == values.Length)
        {
            _columns.WriteVarint(0);
            return;
        }

        foreach (var word in present[..((values.Length + 63) / 64)])
        {
            _data.WriteUInt64(word);
        }

        _columns.WriteVarint(Flush());
    }

    /// <summary>Adds a keyword column.</summary>
    /// <param name="name">The field.</param>
    /// <param name="offsets">Number of ordinals before each document, and of all at the end.</param>
    /// <param name="ordinals">Ordinals of all documents, ascending in each.</param>
    /// <param name="valueCount">Number of different values.</param>
    public void AddKeywords(string name, ReadOnlySpan<int> offsets, ReadOnlySpan<int> ordinals, int valueCount)
    {
        var most = MostInDocument(offsets);
        if (most == 0)
        {
            return;
        }

        var isMulti = most > 1;
        Start(name, ColumnsFormat.Keyword);
        _columns.WriteVarint(valueCount);
        _columns.WriteVarint(most);
        _columns.WriteByte(isMulti ? (byte)1 : (byte)0);
        if (isMulti)
        {
            WriteOffsets(offsets);
        }
        else
        {
            _columns.WriteByte(0);
            _columns.WriteVarint(0);
        }

        var width = FlatPacking.WidthOf((ulong)valueCount);
        var packer = new FlatPacker(_data, width);
        if (isMulti)
        {
            foreach (var ordinal in ordinals)
            {
                packer.Add((ulong)ordinal);
            }
        }
        else
        {
            for (var doc = 0; doc < offsets.Length - 1; doc++)
            {
                packer.Add(offsets[doc] == offsets[doc + 1] ? 0 : (ulong)ordinals[offsets[doc]] + 1);
            }
        }

        packer.Finish();
        _columns.WriteByte((byte)width);
        _columns.WriteVarint(Flush());
    }

    /// <summary>Adds an interval column; <paramref name="offsets"/> as for keywords.</summary>
    public void AddIntervals(string name, ReadOnlySpan<int> offsets, ReadOnlySpan<Interval> intervals)
    {
        var most = MostInDocument(offsets);
        if (most == 0)
        {
            return;
        }

        Start(name, ColumnsFormat.Interval);
        _columns.WriteVarint(intervals.Length);
        _columns.WriteVarint(most);
        WriteOffsets(offsets);
        var (least, greatest, longest) = (long.MaxValue, long.MinValue, 0UL);
        foreach (var interval in intervals)
        {
            least = Math.Min(least, interval.From);
            greatest = Math.Max(greatest, interval.From);
            longest = Math.Max(longest, (ulong)interval.To - (ulong)interval.From);
        }

        var width = FlatPacking.WidthOf((ulong)greatest - (ulong)least);
        var packer = new FlatPacker(_data, width);
        foreach (var interval in intervals)
        {
            packer.Add((ulong)interval.From - (ulong)least);
        }

        packer.Finish();
        _columns.WriteUInt64((ulong)least);
        _columns.WriteByte((byte)width);
        _columns.WriteVarint(Flush());

        width = FlatPacking.WidthOf(longest);
        packer = new FlatPacker(_data, width);
        foreach (var interval in intervals)
        {
            packer.Add((ulong)interval.To - (ulong)interval.From);
        }

        packer.Finish();
        _columns.WriteByte((byte)width);
        _columns.WriteVarint(Flush());
    }

    public FileSeal Finish()
    {
        var meta = new ByteWriter();
        meta.WriteVarint(_count);
        meta.Write(_columns.Written);
        return output.Finish(meta.Written);
    }

    private void Start(string name, byte kind)
    {
        _count++;
        _columns.WriteString(name);
        _columns.WriteByte(kind);
    }

    private void WriteOffsets(ReadOnlySpan<int> offsets)
    {
        var width = FlatPacking.WidthOf((ulong)offsets[^1]);
        var packer = new FlatPacker(_data, width);
        foreach (var offset in offsets)
        {
            packer.Add((ulong)offset);
        }

        packer.Finish();
        _columns.WriteByte((byte)width);
        _columns.WriteVarint(Flush());
    }

    /// <summary>Writes what is packed to the body.</summary>
    /// <returns>Where it stands.</returns>
    private long Flush()
    {
        var offset = output.Position;
        output.Write(_data.Written);
        _data.Clear();
        return offset;
    }

    private static int MostInDocument(ReadOnlySpan<int> offsets)
    {
        var most = 0;
        for (var i = 1; i < offsets.Length; i++)
        {
            most = Math.Max(most, offsets[i] - offsets[i - 1]);
        }

        return most;
    }

    private static (long Least, long Most, int Count) Bounds(ReadOnlySpan<long> values, ReadOnlySpan<ulong> present)
    {
        var (least, most, count) = (long.MaxValue, long.MinValue, 0);
        for (var doc = 0; doc < values.Length; doc++)
        {
            if (BitSet.Contains(present, doc))
            {
                least = Math.Min(least, values[doc]);
                most = Math.Max(most, values[doc]);
                count++;
            }
        }

        return (least, most, count);
    }
}
