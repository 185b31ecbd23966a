using System.Runtime.ExceptionServices;
using System.Text;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Takes blocks into buffers and writes buffers to segments, many threads at once. The writer's gate is held only to take and give back buffers, and to publish a segment.</summary>
/// <param name="directory">Where segments are written.</param>
/// <param name="schema">The writer's schema.</param>
/// <param name="limit">Bytes that all buffers together may have.</param>
/// <param name="gate">The writer's lock.</param>
/// <param name="state">Whether the writer can be used.</param>
/// <param name="nextName">Gives the name of the next segment; called under the gate.</param>
/// <param name="publish">Takes a segment that has been written, with the records of its buffer; called under the gate.</param>
internal sealed class DocumentsWriter(
    IndexDirectory directory, IndexSchema schema, long limit, object gate, WriterState state, Func<string> nextName, Action<SegmentOutput, BufferedRecords> publish)
{
    private readonly BufferPool _buffers = new(gate, schema, limit);

    /// <summary>Names that the files of segments being written have or will have; read under the gate.</summary>
    public IEnumerable<string> FileNames => _buffers.FileNames;

    /// <summary>Adds a checked block in place of the one with the same key, if a buffer has it; one in a segment is deleted when this one becomes part of a segment.</summary>
    public void Add(RecordBlock block)
    {
        var buffer = Take();
        var firstDoc = buffer.MaxDoc;
        var isWhole = false;
        try
        {
            buffer.Invert(block);
            isWhole = true;
        }
        finally
        {
            if (GiveBack(buffer, Encoding.UTF8.GetBytes(block.Key), firstDoc, isWhole) is { } full)
            {
                Flush(full);
            }
        }
    }

    /// <summary>Deletes the record with this key from the buffers; called under the gate.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(ReadOnlySpan<byte> key) => _buffers.Delete(key);

    /// <summary>Writes all buffers, each on a thread of its own, after waiting for those who are adding; called without the gate.</summary>
    public void FlushAll()
    {
        List<BlockBuffer> buffers;
        lock (gate)
        {
            state.CheckUsable();
            buffers = _buffers.TakeAll();
        }

        try
        {
            if (buffers.Count == 1)
            {
                Flush(buffers[0]);
            }
            else
            {
                Parallel.ForEach(buffers, Flush);
            }
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        finally
        {
            lock (gate)
            {
                buffers.ForEach(_buffers.Remove);
                _buffers.Resume();
            }
        }
    }

    /// <summary>Waits until nobody adds or writes; called under the gate, which is given up while waiting.</summary>
    public void WaitUntilIdle() => _buffers.WaitUntilIdle();

    private BlockBuffer Take()
    {
        lock (gate)
        {
            state.CheckUsable();
            while (_buffers.IsPaused)
            {
                Monitor.Wait(gate);
                state.CheckUsable();
            }

            return _buffers.Take();
        }
    }

    private BlockBuffer? GiveBack(BlockBuffer buffer, byte[] key, int firstDoc, bool isWhole)
    {
        lock (gate)
        {
            if (isWhole)
            {
                _buffers.Delete(key);
            }

            buffer.Records.Add(key, firstDoc, isWhole);
            return _buffers.GiveBack(buffer);
        }
    }

    /// <summary>Writes a buffer that was taken from the pool.</summary>
    private void Flush(BlockBuffer buffer)
    {
        string name;
        lock (gate)
        {
            name = buffer.Segment = nextName();
        }

        try
        {
            state.Guard(() => Write(buffer, name));
        }
        finally
        {
            lock (gate)
            {
                _buffers.Remove(buffer);
            }
        }
    }

    private void Write(BlockBuffer buffer, string name)
    {
        using var output = new SegmentOutput(directory, name);
        buffer.Write(output);
        lock (gate)
        {
            publish(output, buffer.Records);
        }
    }
}
