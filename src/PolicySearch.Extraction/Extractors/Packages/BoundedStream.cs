namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>Passes on what it reads until a number of bytes, then fails: what unpacks to more than that is no document.</summary>
/// <param name="inner">Where the bytes come from; disposed with this.</param>
/// <param name="maxBytes">Most bytes.</param>
/// <param name="name">Name of the source, for the message.</param>
internal sealed class BoundedStream(Stream inner, long maxBytes, string name) : Stream
{
    /// <summary>Bytes passed on so far.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        return Count <= maxBytes
            ? read
            : throw new ExtractionException($"{name} unpacks to more than {maxBytes} bytes; it is hostile, or the limit is too low for it");
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
