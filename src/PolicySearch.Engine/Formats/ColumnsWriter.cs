using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Formats;

/// <summary>Writes columns; see <see cref="ColumnsFormat"/>. Each part goes to the file as its values come.</summary>
internal sealed class ColumnsWriter(IndexOutput output)
{
    private readonly ByteWriter _columns = new();
    private int _count;

    /// <summary>Adds a number column.</summary>
    /// <param name="name">The field.</param>
    /// <param name="maxDoc">Number of documents.</param>
    /// <param name="values">The last value of a document counts.</param>
    public void AddNumbers(string name, int maxDoc, ColumnValues<long> values)
    {
        var (least, most, count) = Bounds(maxDoc, values);
        if (count == 0)
        {
            return;
        }

        Start(name, ColumnsFormat.Number);
        _columns.WriteUInt64((ulong)least);
        var packer = StartPart((ulong)most - (ulong)least);
        values.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            packer.Add(values.Next() is [.., var value] ? (ulong)value - (ulong)least : 0);
        }

        _columns.WriteVarint(packer.Finish());
        _columns.WriteVarint(count == maxDoc ? 0 : WritePresence(maxDoc, values));
    }

    /// <summary>Adds a keyword column.</summary>
    /// <param name="name">The field.</param>
    /// <param name="maxDoc">Number of documents.</param>
    /// <param name="ordinals">Ascending in each document.</param>
    /// <param name="valueCount">Number of different values.</param>
    public void AddKeywords(string name, int maxDoc, ColumnValues<int> ordinals, int valueCount)
    {
        var (most, count) = Count(maxDoc, ordinals);
        if (most == 0)
        {
            return;
        }

        Start(name, ColumnsFormat.Keyword);
        _columns.WriteVarint(valueCount);
        _columns.WriteVarint(most);
        _columns.WriteByte(most > 1 ? (byte)1 : (byte)0);
        if (most == 1)
        {
            _columns.WriteByte(0);
            _columns.WriteVarint(0);
            WriteSingle(maxDoc, ordinals, valueCount);
            return;
        }

        WriteOffsets(maxDoc, ordinals, count);
        var packer = StartPart((ulong)valueCount);
        ordinals.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            foreach (var ordinal in ordinals.Next())
            {
                packer.Add((ulong)ordinal);
            }
        }

        _columns.WriteVarint(packer.Finish());
    }

    /// <summary>Adds an interval column.</summary>
    public void AddIntervals(string name, int maxDoc, ColumnValues<Interval> intervals)
    {
        var (most, count) = Count(maxDoc, intervals);
        if (most == 0)
        {
            return;
        }

        Start(name, ColumnsFormat.Interval);
        _columns.WriteVarint(count);
        _columns.WriteVarint(most);
        WriteOffsets(maxDoc, intervals, count);
        var (least, greatest, longest) = Bounds(maxDoc, intervals);
        _columns.WriteUInt64((ulong)least);
        var packer = StartPart((ulong)greatest - (ulong)least);
        intervals.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            foreach (var interval in intervals.Next())
            {
                packer.Add((ulong)interval.From - (ulong)least);
            }
        }

        _columns.WriteVarint(packer.Finish());
        packer = StartPart(longest);
        intervals.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            foreach (var interval in intervals.Next())
            {
                packer.Add((ulong)interval.To - (ulong)interval.From);
            }
        }

        _columns.WriteVarint(packer.Finish());
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

    /// <summary>Starts a part of the body with numbers up to this one; their width goes to meta, the part's place has to follow.</summary>
    private ColumnPacker StartPart(ulong most)
    {
        var width = FlatPacking.WidthOf(most);
        _columns.WriteByte((byte)width);
        return new ColumnPacker(output, width);
    }

    /// <summary>One ordinal a document, and 0 where there is none.</summary>
    private void WriteSingle(int maxDoc, ColumnValues<int> ordinals, int valueCount)
    {
        var packer = StartPart((ulong)valueCount);
        ordinals.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            packer.Add(ordinals.Next() is [var ordinal] ? (ulong)ordinal + 1 : 0);
        }

        _columns.WriteVarint(packer.Finish());
    }

    private void WriteOffsets<T>(int maxDoc, ColumnValues<T> values, int count)
    {
        var packer = StartPart((ulong)count);
        packer.Add(0);
        var offset = 0;
        values.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            offset += values.Next().Length;
            packer.Add((ulong)offset);
        }

        _columns.WriteVarint(packer.Finish());
    }

    /// <summary>Writes a bit for each document that has a value, in whole words.</summary>
    /// <returns>Where they stand.</returns>
    private long WritePresence(int maxDoc, ColumnValues<long> values)
    {
        var packer = new ColumnPacker(output, 1);
        values.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            packer.Add(values.Next().IsEmpty ? 0UL : 1UL);
        }

        for (var doc = maxDoc; doc % 64 != 0; doc++)
        {
            packer.Add(0);
        }

        return packer.Finish();
    }

    /// <summary>Most values of a document, and the number of all.</summary>
    private static (int Most, int Count) Count<T>(int maxDoc, ColumnValues<T> values)
    {
        var (most, count) = (0, 0);
        values.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            var length = values.Next().Length;
            most = Math.Max(most, length);
            count = checked(count + length);
        }

        return (most, count);
    }

    private static (long Least, long Most, int Count) Bounds(int maxDoc, ColumnValues<long> values)
    {
        var (least, most, count) = (long.MaxValue, long.MinValue, 0);
        values.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            if (values.Next() is [.., var value])
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
                count++;
            }
        }

        return (least, most, count);
    }

    private static (long Least, long Greatest, ulong Longest) Bounds(int maxDoc, ColumnValues<Interval> intervals)
    {
        var (least, greatest, longest) = (long.MaxValue, long.MinValue, 0UL);
        intervals.Restart();
        for (var doc = 0; doc < maxDoc; doc++)
        {
            foreach (var interval in intervals.Next())
            {
                least = Math.Min(least, interval.From);
                greatest = Math.Max(greatest, interval.From);
                longest = Math.Max(longest, (ulong)interval.To - (ulong)interval.From);
            }
        }

        return (least, greatest, longest);
    }
}
