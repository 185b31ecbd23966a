using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The buffers of a writer: one for each thread that adds at the same time, each to become a segment of its own. Every call is made under the writer's gate.</summary>
/// <param name="gate">The writer's lock; it is given up while waiting.</param>
/// <param name="schema">The writer's schema.</param>
/// <param name="limit">Bytes that all buffers together may have.</param>
internal sealed class BufferPool(object gate, IndexSchema schema, long limit)
{
    private readonly PagePool _pages = new();
    private readonly List<BlockBuffer> _all = [];

    // The last one given back is taken first, so that one thread alone fills one buffer.
    private readonly List<BlockBuffer> _idle = [];
    private int _pauses;

    /// <summary>Whether buffers are held back because all have to be written.</summary>
    public bool IsPaused => _pauses > 0;

    /// <summary>Names that the files of segments being written have or will have.</summary>
    public IEnumerable<string> FileNames =>
        _all.Where(b => b.Segment is not null).SelectMany(b => SegmentFormats.FileNames(b.Segment!));

    /// <summary>Takes a buffer to add to.</summary>
    public BlockBuffer Take()
    {
        if (_idle.Count == 0)
        {
            var buffer = new BlockBuffer(schema, _pages);
            _all.Add(buffer);
            return buffer;
        }

        var last = _idle[^1];
        _idle.RemoveAt(_idle.Count - 1);
        return last;
    }

    /// <summary>Gives a buffer back after a record was added; waits where memory is short until a segment has been written.</summary>
    /// <returns>A buffer that is full and that the caller has to write, or null.</returns>
    public BlockBuffer? GiveBack(BlockBuffer buffer)
    {
        buffer.Measure();
        _idle.Add(buffer);
        Monitor.PulseAll(gate);
        while (IsFull)
        {
            var largest = _idle.MaxBy(b => b.Bytes);
            if (largest is not null && largest.Bytes * 2 * _all.Count >= limit)
            {
                _idle.Remove(largest);
                return largest;
            }

            if (!_all.Exists(b => b.Segment is not null))
            {
                break;
            }

            Monitor.Wait(gate);
        }

        return null;
    }

    /// <summary>Deletes the record with this key from the buffers; false where none has it.</summary>
    public bool Delete(ReadOnlySpan<byte> key)
    {
        foreach (var buffer in _all)
        {
            if (buffer.Records.Delete(key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Waits until nobody adds or writes, and takes all buffers that have records, to be written; nobody can add before <see cref="Resume"/>.</summary>
    public List<BlockBuffer> TakeAll()
    {
        _pauses++;
        while (_idle.Count < _all.Count)
        {
            Monitor.Wait(gate);
        }

        var taken = _idle.FindAll(b => b.RecordCount > 0);
        _idle.RemoveAll(taken.Contains);
        return taken;
    }

    public void Resume()
    {
        _pauses--;
        Monitor.PulseAll(gate);
    }

    /// <summary>Gives up a buffer that was taken to be written; again does nothing.</summary>
    public void Remove(BlockBuffer buffer)
    {
        if (_all.Remove(buffer))
        {
            buffer.Release();
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until nobody adds or writes.</summary>
    public void WaitUntilIdle()
    {
        while (_idle.Count < _all.Count)
        {
            Monitor.Wait(gate);
        }
    }

    private bool IsFull => _all.Sum(b => b.Bytes) >= limit;
}
